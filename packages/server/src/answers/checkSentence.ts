/** What a sentence may rest on. */
export interface Ground {
  /** Text of the passages by number, from 1. */
  readonly passages: ReadonlyMap<number, string>;
  /** What actions found out. What the customer said is no ground: whoever is promised something has often said it first. */
  readonly facts: string;
  /** Least share of the words that stand in the passages; 0 where the article is in another language than the answer. */
  readonly support: number;
  readonly canary: string;
}

/** Why a sentence is not shown. */
export type Unsupported = 'rules' | 'passage' | 'address' | 'number' | 'words';

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const LINK = /(?:https?:\/\/|www\.)\S+/giu;
const HOST = /(?<![\p{L}\p{N}@.-])[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?![\p{L}\p{N}])(?:\/\S*)?/giu;
const NUMBER = /\d+(?:[.,:’' ]\d+)*/gu;
/** The mark of a list, which counts nothing. */
const LIST_MARK = /^\s*(?:[-*+]|\d{1,2}[.)])\s+/gm;

/** Writing without spaces between words. */
const PAIRED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
/** Of pairs of characters fewer come again in other words for the same than of words; see decision 0026. */
const OF_PAIRS = 0.6;

/** What stands for something that was hidden. */
const HIDDEN = /\[[a-z]+-\d+\]/g;

/**
 * Whether a sentence rests on the passages it names. A model may be wrong, or do what an article or a customer talked it into; so
 * what it writes is compared with what it was given. Addresses and numbers have to stand there as they are, and of the
 * other words most.
 */
export function checkSentence(sentence: string, marks: readonly number[], ground: Ground): Unsupported | null {
  const { passages, facts, support, canary } = ground;
  if (sentence.includes(canary)) return 'rules';
  const named = marks.length > 0 ? marks.map(mark => passages.get(mark)) : [...passages.values()];
  if (named.some(text => text === undefined)) return 'passage';
  const text = fold([...named, facts].join('\n'));
  const words = fold(sentence.replace(LIST_MARK, '').replace(HIDDEN, ' '));
  if (addressesOf(words).some(address => !text.includes(address))) return 'address';
  const known = new Set(numbersOf(text));
  if (numbersOf(words).some(number => !known.has(number))) return 'number';
  return supportOf(words, text) < support * (PAIRED.test(words) ? OF_PAIRS : 1) ? 'words' : null;
}

/** Share of the words that stand in a text, from 0 to 1; 1 where there are none to compare. */
export function supportOf(sentence: string, text: string): number {
  const there = new Set(piecesOf(fold(text)));
  const pieces = piecesOf(fold(sentence));
  return pieces.length === 0 ? 1 : pieces.filter(piece => there.has(piece)).length / pieces.length;
}

/**
 * Words of four letters and more by their first five, so that endings do not part them; writing without spaces between words as pairs of
 * characters.
 */
function piecesOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.flatMap(word => {
    const letters = [...word];
    if (PAIRED.test(word)) return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
    return letters.length < 4 ? [] : [letters.slice(0, 5).join('')];
  });
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

const matchesOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([found]) => found);

const addressesOf = (text: string) =>
  [MAIL, LINK, HOST].flatMap(pattern => matchesOf(text, pattern)).map(address => address.replace(/[.,;:!?)\]]+$/, ''));

/** Without what only groups digits: `1,299` and `1299` are one number. */
const numbersOf = (text: string) =>
  matchesOf(text, NUMBER).map(number => number.replace(/[,’' ](?=\d{3}(?!\d))/gu, ''));
