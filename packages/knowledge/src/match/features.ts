import { createStem } from '../text/stem.js';
import { createTokenizer, type Token } from '../text/tokenize.js';
import { createConceptKeys, type FoundConcept } from './conceptKeys.js';
import { hash, hashOn, mix } from './hash.js';

/** What a feature is made of. */
export const KINDS = ['word', 'neighbours', 'pair', 'concept', 'piece'] as const;
export type Kind = (typeof KINDS)[number];

/** Hashed features of a message, each once: bucket numbers, how much they weigh before training has a say, and their kind. */
export interface Features {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  /** Place in {@link KINDS}. */
  readonly kinds: Uint8Array;
}

/** Turns a message into features. */
export type Featurize = (text: string) => Features;

/** Told of every feature: its bucket, its kind, and the span of the text it stands on. */
export type VisitFeature = (bucket: number, kind: number, start: number, end: number) => void;

/** Tells of every feature of a text, some more than once. */
export type VisitFeatures = (text: string, visit: VisitFeature) => void;

/** Where features are hashed to (the hashing trick: Weinberger et al. 2009). */
export const BUCKETS = 2 ** 18;
/** UTF-16 units that are read; a message is longer only when something was pasted. */
export const LONGEST_MESSAGE = 2000;

const WORD = 0;
const NEIGHBOURS = 1;
const PAIR = 2;
const CONCEPT = 3;
const PIECE = 4;
const WEIGHTS = [1, 0.6, 0.5, 1.3, 0.5];
/** Words between which a pair is made. */
const REACH = 8;
const BORDER = 0x5bd1e995;

/** What pairs are made of: a word, or the words of a concept. */
interface Item {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Stems, neighbours, pairs of words or concepts up to eight places apart in any order, concepts, and pieces of 3 and 4 characters of
 * each word with its borders. Scripts without spaces give pairs of characters for words and single ones for pieces.
 */
export function createVisitFeatures(): VisitFeatures {
  const tokenize = createTokenizer();
  const stem = createStem('en', '');
  const conceptKeys = createConceptKeys(text =>
    tokenize(text)
      .filter(notJoined)
      .map(token => stem(token.term)),
  );
  return (text, visit) => {
    const tokens = tokenize(text.slice(0, LONGEST_MESSAGE)).filter(notJoined);
    const words = tokens.map(token => stem(token.term));
    const found = conceptKeys(words);
    const keys = words.map(word => hash(word));
    visitWords(tokens, keys, visit);
    for (const { concepts, first, last } of found) {
      for (const concept of concepts) {
        visit(bucketOf(concept, CONCEPT), CONCEPT, tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
      }
    }
    visitPairs(itemsOf(tokens, keys, found), visit);
    for (const token of tokens) visitPieces(token, visit);
  };
}

/** Features with their counts; the count weighs by its root. */
export function createFeaturize(visitFeatures = createVisitFeatures()): Featurize {
  /** 1 + the place a bucket has in the message at hand; a map of numbers takes four times as long. */
  const slots = new Int32Array(BUCKETS);
  return text => {
    const buckets: number[] = [];
    const counts: number[] = [];
    const kinds: number[] = [];
    visitFeatures(text, (bucket, kind) => {
      const slot = (slots[bucket] as number) - 1;
      if (slot >= 0) {
        if (!once(kind)) counts[slot] = (counts[slot] as number) + 1;
        return;
      }
      slots[bucket] = buckets.push(bucket);
      counts.push(1);
      kinds.push(kind);
    });
    for (const bucket of buckets) slots[bucket] = 0;
    const values = Float32Array.from(counts, (count, at) => Math.sqrt(count) * weightOf(kinds[at] as number));
    return { buckets: Int32Array.from(buckets), values, kinds: Uint8Array.from(kinds) };
  };
}

function weightOf(kind: number): number {
  return WEIGHTS[kind] ?? 0;
}

/** A concept or pair says no more when it is said twice. */
function once(kind: number): boolean {
  return kind === PAIR || kind === CONCEPT;
}

function notJoined({ kind }: Token): boolean {
  return kind !== 'joined';
}

function visitWords(tokens: readonly Token[], keys: readonly number[], visit: VisitFeature): void {
  let before = BORDER;
  let from = 0;
  tokens.forEach(({ start, end }, place) => {
    const key = keys[place] as number;
    visit(bucketOf(key, WORD), WORD, start, end);
    visit(bucketOf(Math.imul(before, 31) ^ key, NEIGHBOURS), NEIGHBOURS, place === 0 ? start : from, end);
    before = key;
    from = start;
  });
  const last = tokens[tokens.length - 1];
  if (last) visit(bucketOf(Math.imul(before, 31) ^ BORDER, NEIGHBOURS), NEIGHBOURS, last.start, last.end);
}

/** Words, those of a concept as one. */
function itemsOf(tokens: readonly Token[], keys: readonly number[], found: readonly FoundConcept[]): Item[] {
  const items: Item[] = [];
  let at = 0;
  for (const { concepts, first, last } of [...found, { concepts: [], first: tokens.length, last: tokens.length }]) {
    if (first < at) continue;
    for (; at < first; at++) {
      items.push({ key: keys[at] as number, start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0 });
    }
    const [concept] = concepts;
    if (concept !== undefined) {
      items.push({ key: concept, start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 });
    }
    at = last + 1;
  }
  return items;
}

function visitPairs(items: readonly Item[], visit: VisitFeature): void {
  items.forEach((one, place) => {
    const to = Math.min(items.length, place + REACH + 1);
    for (let at = place + 1; at < to; at++) {
      const other = items[at] as Item;
      if (one.key === other.key) continue;
      const low = Math.min(one.key, other.key);
      const high = Math.max(one.key, other.key);
      visit(bucketOf(Math.imul(low, 0x9e3779b1) ^ high, PAIR), PAIR, one.start, other.end);
    }
  });
}

function visitPieces({ term, kind, start, end }: Token, visit: VisitFeature): void {
  if (kind === 'gram') {
    for (const character of term) visit(bucketOf(hash(character), PIECE), PIECE, start, end);
    return;
  }
  const bordered = `<${term}>`;
  for (let at = 0; at + 3 <= bordered.length; at++) {
    const three = hash(bordered, at, at + 3);
    visit(bucketOf(three, PIECE), PIECE, start, end);
    if (at + 4 > bordered.length) continue;
    visit(bucketOf(hashOn(three, bordered.charCodeAt(at + 3)), PIECE), PIECE, start, end);
  }
}

function bucketOf(key: number, kind: number): number {
  return mix(key, kind) % BUCKETS;
}
