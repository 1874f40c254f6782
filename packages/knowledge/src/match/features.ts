import { createTokenizer } from '../text/tokenize.js';

/** Hashed features of a message, each once: bucket numbers and how often they occur. */
export interface Features {
  readonly buckets: Int32Array;
  readonly counts: Float32Array;
}

/** Turns a message into features. */
export type Featurize = (text: string) => Features;

/**
 * Words, pairs of neighbouring words, and pieces of 3 and 4 characters of each word with its borders, hashed into
 * `size` buckets (the hashing trick: Weinberger et al. 2009). Scripts without spaces give single characters, their pairs and
 * triples instead.
 */
export function createFeaturize(size: number): Featurize {
  const tokenize = createTokenizer();
  return text => {
    const counts = new Map<number, number>();
    const add = (feature: string, weight: number) => {
      const bucket = hash(feature) % size;
      counts.set(bucket, (counts.get(bucket) ?? 0) + weight);
    };
    let before = '^';
    for (const { term, kind } of tokenize(text)) {
      if (kind === 'joined') continue;
      add(`w ${term}`, 1);
      add(`p ${before} ${term}`, 0.7);
      if (kind === 'word') addPieces(term, add);
      else for (const character of term) add(`c ${character}`, 0.5);
      before = term;
    }
    return { buckets: Int32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) };
  };
}

function addPieces(word: string, add: (feature: string, weight: number) => void): void {
  const bordered = `<${word}>`;
  for (const length of [3, 4]) {
    for (let at = 0; at + length <= bordered.length; at++) add(`c ${bordered.slice(at, at + length)}`, 0.5);
  }
}

/** FNV-1a, 32 bits, with a final mix. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
