import { fold } from './fold.js';
import { createClassOf, type LetterClass, OTHER, SEPARATOR, SPACED, UNSPACED } from './letterClass.js';

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
const GRAMS = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ーｰﾞﾟ々〆';
const SEGMENTED = '\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const PLAIN = /^[\0-\u058f]*$/;
const HYPHEN = /^[-\u2010\u2011]$/;
/** Longer words are cut: they are keys and hashes, and the start tells them apart. */
const LONGEST = 40;

/**
 * The one tokenizer for index and query. Chinese, Japanese and Korean become overlapping bigrams, because
 * dictionaries differ between browsers and a missed word is a missed article; Thai, Lao, Khmer and Burmese go
 * through `Intl.Segmenter` where the runtime has it, through bigrams where it has not.
 */
export function createTokenizer(): Tokenize {
  const classOf = createClassOf();
  const readRun = createRunReader();

  /** Letter by letter, several times as fast as the expressions; `null` at a letter that needs them. */
  function readPlain(text: string): Token[] | null {
    const out: Token[] = [];
    let from = 0;
    let kind: LetterClass = SEPARATOR;
    for (let at = 0; at <= text.length; at++) {
      const next = at < text.length ? classOf(text.charCodeAt(at)) : SEPARATOR;
      if (next === OTHER) return null;
      if (next === kind) continue;
      if (kind === SPACED) addWord(text.slice(from, at), from, out);
      else if (kind === UNSPACED) addGrams(text.slice(from, at), from, out);
      if (kind !== SEPARATOR) addJoined(text, out);
      from = at;
      kind = next;
    }
    return out;
  }

  return text => {
    const plain = readPlain(text);
    if (plain) return plain;
    const out: Token[] = [];
    for (const match of text.matchAll(WORD)) {
      readRun(text, match[0], match.index, out);
    }
    return out;
  };
}

/** Reads letters without a separator between them, of any scripts. */
function createRunReader(): (text: string, run: string, start: number, out: Token[]) => void {
  const mixed = new RegExp(`([${GRAMS}]+)|([${SEGMENTED}]+)|[^${GRAMS}${SEGMENTED}]+`, 'gu');
  const segment = createSegment();
  return (text, run, start, out) => {
    const addWhole = (word: string, at: number) => {
      addWord(word, at, out);
      addJoined(text, out);
    };
    if (PLAIN.test(run)) return addWhole(run, start);
    for (const part of run.matchAll(mixed)) {
      const at = start + part.index;
      if (part[1]) addGrams(part[1], at, out);
      else if (part[2]) segment(part[2], at, out);
      else addWhole(part[0], at);
    }
  };
}

/** Writes the two halves of a hyphenated word together, before the second. */
function addJoined(text: string, out: Token[]): void {
  const word = out[out.length - 1];
  const before = out[out.length - 2];
  if (!word || before?.kind !== 'word' || word.kind !== 'word' || word.start !== before.end + 1) return;
  if (!HYPHEN.test(text.charAt(before.end))) return;
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
    const from = aligned ? start + at : start;
    const to = aligned ? from + term.length : start + text.length;
    if (term !== '') out.push({ term, start: from, end: to, kind: 'gram' });
    at += first.length;
  }
}

function createSegment(): (text: string, start: number, out: Token[]) => void {
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) return addGrams;
  let segmenter: Intl.Segmenter | undefined;
  return (text, start, out) => {
    // Costs more than all else here; most help centres have no such script.
    segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
    for (const { segment, index } of segmenter.segment(text)) addWord(segment, start + index, out);
  };
}
