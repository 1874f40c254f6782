import { fold } from './fold.js';

/**
 * A word or piece of a word.
 * `word` stands between spaces or punctuation, `gram` is two neighbouring characters of a script written without
 * spaces (one, when the run has one), `joined` is the two halves of a hyphenated word written together.
 */
export interface Token {
  /** Folded: what is stored and compared. */
  readonly term: string;
  /** UTF-16 offsets into the text that was given. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'gram' | 'joined';
}

/** Turns text into tokens, in order. */
export type Tokenize = (text: string) => Token[];

const WORD = /[\p{L}\p{N}\p{M}ー々〆]+/gu;
const PLAIN = /^[\x20-\x7e\u00a0-\u058f]*$/;
const GRAMS = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ーｰﾞﾟ々〆';
const SEGMENTED = '\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const HYPHEN = /^[-\u2010\u2011]$/;
/** Longer words are cut: they are keys and hashes, and the start tells them apart. */
const LONGEST = 40;

/**
 * The one tokenizer for index and query. Chinese, Japanese and Korean become overlapping bigrams, because
 * dictionaries differ between browsers and a missed word is a missed article; Thai, Lao, Khmer and Burmese go
 * through `Intl.Segmenter` where the runtime has it, through bigrams where it has not.
 */
export function createTokenizer(): Tokenize {
  const mixed = new RegExp(`([${GRAMS}]+)|([${SEGMENTED}]+)|[^${GRAMS}${SEGMENTED}]+`, 'gu');
  const segment = createSegment();

  function addMixed(text: string, offset: number, out: Token[]): void {
    for (const part of text.matchAll(mixed)) {
      const start = offset + part.index;
      if (part[1]) addGrams(part[1], start, out);
      else if (part[2]) segment(part[2], start, out);
      else addWord(part[0], start, out);
    }
  }

  return text => {
    const out: Token[] = [];
    for (const match of text.matchAll(WORD)) {
      const before = out[out.length - 1];
      const start = match.index;
      if (PLAIN.test(match[0])) addWord(match[0], start, out);
      else addMixed(match[0], start, out);
      const word = out[out.length - 1];
      if (before?.kind === 'word' && word?.kind === 'word' && word.start === start) addJoined(text, before, word, out);
    }
    return out;
  };
}

function addJoined(text: string, before: Token, word: Token, out: Token[]): void {
  if (word.start !== before.end + 1 || !HYPHEN.test(text.slice(before.end, word.start))) return;
  out.splice(-1, 0, { term: before.term + word.term, start: before.start, end: word.end, kind: 'joined' });
}

function addWord(text: string, start: number, out: Token[]): void {
  const term = fold(text).slice(0, LONGEST);
  if (term !== '') out.push({ term, start, end: start + text.length, kind: 'word' });
}

function addGrams(text: string, start: number, out: Token[]): void {
  const folded = fold(text);
  const characters = [...folded];
  // Half-width kana and some compatibility characters change length; then the whole run is one place.
  const aligned = folded.length === text.length;
  let at = 0;
  for (let index = 0; index < Math.max(1, characters.length - 1); index++) {
    const first = characters[index] ?? '';
    const term = first + (characters[index + 1] ?? '');
    const place = aligned ? { start: start + at, end: start + at + term.length } : { start, end: start + text.length };
    if (term !== '') out.push({ term, ...place, kind: 'gram' });
    at += first.length;
  }
}

function createSegment(): (text: string, start: number, out: Token[]) => void {
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) return addGrams;
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  return (text, start, out) => {
    for (const { segment, index } of segmenter.segment(text)) addWord(segment, start + index, out);
  };
}
