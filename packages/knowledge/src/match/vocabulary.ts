import { BUCKETS, type Features } from './features.js';

/** The features a model knows, by bucket, rising; and how much each weighs, on a scale of 1..63. */
export interface Vocabulary {
  readonly buckets: Int32Array;
  readonly weights: Uint8Array;
  /** Place of each bucket in `buckets`, -1 = not known. */
  readonly places: Int32Array;
}

/** A message as the scorer sees it: known features and values of length 1 together; and how much of it is known. */
export interface Row {
  readonly places: Int32Array;
  readonly values: Float32Array;
  /** 0..1: share of words that are known, and of all features by weight. */
  readonly knownWords: number;
  readonly known: number;
}

export const HEAVIEST = 63;
const WORD = 0;

/** From how many samples on a feature has to stand in two, and in three, to be worth its place. */
const MANY = 1500;
const VERY_MANY = 5000;

/**
 * Picks features that stand in enough messages, the commonest first when there are more than `most`. They weigh the root of
 * their inverse document frequency (K. Spärck Jones 1972): rare words say more, but not by as much as in search.
 */
export function createVocabulary(messages: readonly Features[], most: number): Vocabulary {
  const counts = new Int32Array(BUCKETS);
  for (const { buckets } of messages) for (const bucket of buckets) counts[bucket] = (counts[bucket] as number) + 1;
  const least = messages.length < MANY ? 1 : messages.length < VERY_MANY ? 2 : 3;
  const frequent: number[] = [];
  counts.forEach((count, bucket) => {
    if (count >= least) frequent.push(bucket);
  });
  if (frequent.length > most) frequent.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const buckets = Int32Array.from(frequent.slice(0, most)).sort();
  const top = Math.log(messages.length + 1);
  const weights = Uint8Array.from(buckets, bucket => {
    const rarity = Math.log((messages.length + 1) / (counts[bucket] as number)) / top;
    return Math.max(1, Math.round(HEAVIEST * Math.sqrt(rarity)));
  });
  return openVocabulary(buckets, weights);
}

/** A vocabulary from its saved parts. */
export function openVocabulary(buckets: Int32Array, weights: Uint8Array): Vocabulary {
  const places = new Int32Array(BUCKETS).fill(-1);
  buckets.forEach((bucket, place) => {
    places[bucket] = place;
  });
  return { buckets, weights, places };
}

/** Weighs a message's features; what training never saw is left out and makes it less known. */
export function weighFeatures({ places, weights }: Vocabulary, { buckets, values, kinds }: Features): Row {
  const found = new Int32Array(buckets.length);
  const weighed = new Float32Array(buckets.length);
  let size = 0;
  let words = 0;
  let knownWords = 0;
  let squares = 0;
  let unknown = 0;
  for (let at = 0; at < buckets.length; at++) {
    const place = places[buckets[at] as number] as number;
    const isWord = kinds[at] === WORD;
    const value = (values[at] as number) * ((place < 0 ? HEAVIEST : (weights[place] as number)) / HEAVIEST);
    if (isWord) words += value;
    if (place < 0) {
      unknown += value * value;
      continue;
    }
    if (isWord) knownWords += value;
    squares += value * value;
    found[size] = place;
    weighed[size] = value;
    size += 1;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < size; at++) weighed[at] = (weighed[at] as number) / length;
  return {
    places: found.subarray(0, size),
    values: weighed.subarray(0, size),
    knownWords: words === 0 ? 0 : knownWords / words,
    known: squares + unknown === 0 ? 0 : squares / (squares + unknown),
  };
}
