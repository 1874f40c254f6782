import type { BitReader } from './bitReader.js';
import type { BitWriter } from './bitWriter.js';
import { NUMBER } from './chances.js';
import { DELTA, FLAGS, levelOf, MASS, PHRASE, SECTIONS, STEP } from './shardContexts.js';

/** A title (0), question (even) or heading (odd) of an article in which a term stands. */
export interface PhraseHit {
  /** 0 = title, 2q+2 = question q, 2h+1 = heading h; heading h opens section h+1. */
  readonly phrase: number;
  /** Sum of the idf of the phrase's words. */
  readonly mass: number;
}

/** Where and how strongly terms stand in articles, in columns; a place is one term in one article. */
export interface PostingColumns {
  readonly articles: ArrayLike<number>;
  /** Length-normalised, weighted term frequency over all fields, as a step of {@link WEIGHTS}. */
  readonly steps: ArrayLike<number>;
  /** Bit s is set when the term stands in the text of section s (0 = before the first heading, 30 = the 31st and later). */
  readonly sections: ArrayLike<number>;
  /** Only where there are any. */
  readonly phrases: readonly (readonly PhraseHit[] | undefined)[];
}

const STEPS = 20;
const SMALLEST = 0.05;
const RATIO = 1.45;
const STEP_LOG = Math.log(RATIO);
const MASS_STEP = 1;

/** Term frequency weights are kept on a logarithmic scale of 20 steps of 45 %: finer steps cost bytes and decide nothing. */
export const WEIGHTS: readonly number[] = Array.from({ length: STEPS }, (_, step) => SMALLEST * RATIO ** step);

/** The step of {@link WEIGHTS} that is nearest to a weight. */
export function weightStep(weight: number): number {
  const step = Math.round(Math.log(weight / SMALLEST) / STEP_LOG);
  return Math.min(STEPS - 1, Math.max(0, step));
}

/** The postings of a shard, one term's after the other's. */
export interface PostingTable {
  /** Where those of each term begin; one number more than there are terms. */
  readonly starts: readonly number[];
  /** Of each posting: article, step, sections, how many phrases, then of each phrase its number and mass. */
  readonly numbers: readonly number[];
}

const HAS_PHRASES = 1;
const HAS_SECTIONS = 2;
const STEP_BITS = 5;

/** Writes the postings of one term, which stand from one place up to another, in the order of their articles. */
export function writePostings(out: BitWriter, columns: PostingColumns, from: number, to: number): void {
  const contexts = contextsFor(to - from);
  for (let at = from, next = 0; at < to; at++) {
    const article = columns.articles[at] as number;
    const sections = columns.sections[at] as number;
    const phrases = columns.phrases[at];
    const flags = (phrases ? HAS_PHRASES : 0) | (sections > 1 ? HAS_SECTIONS : 0);
    out.tree(contexts.flags, 2, flags);
    out.tree(contexts.step(flags), STEP_BITS, columns.steps[at] as number);
    out.number(contexts.delta, article - next);
    next = article + 1;
    if (sections > 1) out.number(SECTIONS, sections - 2);
    phrases?.forEach(({ phrase, mass }, place) => {
      const more = place < phrases.length - 1 ? 1 : 0;
      out.number(phraseContext(place), phrase * 2 + more);
      out.tree(massContext(phrase), 8, Math.min(255, Math.max(1, Math.round(mass / MASS_STEP))));
    });
  }
}

/** Reads what {@link writePostings} wrote for terms with these counts. */
export function readPostings(from: BitReader, counts: Uint32Array): PostingTable {
  const numbers: number[] = [];
  const starts = [0];
  for (const count of counts) {
    const contexts = contextsFor(count);
    for (let left = count, next = 0; left > 0; left--) {
      const flags = from.tree(contexts.flags, 2);
      const step = from.tree(contexts.step(flags), STEP_BITS);
      const article = next + from.number(contexts.delta);
      next = article + 1;
      const sections = flags & HAS_SECTIONS ? from.number(SECTIONS) + 2 : 1;
      const phrasesAt = numbers.push(article, step, sections, 0) - 1;
      for (let more = flags & HAS_PHRASES, place = 0; more; ) {
        const code = from.number(phraseContext(place));
        more = code & 1;
        numbers[phrasesAt] = ++place;
        numbers.push(code >> 1, from.tree(massContext(code >> 1), 8) * MASS_STEP);
      }
    }
    starts.push(numbers.length);
  }
  return { starts, numbers };
}

/** What a walk over postings is told, without making objects: called once per phrase, then once per article. */
export interface PostingVisitor {
  phrase?(article: number, phrase: number, mass: number): void;
  article?(article: number, weightStep: number, sections: number): void;
}

/** Walks over the postings of one term. */
export function visitPostings({ starts, numbers }: PostingTable, term: number, visitor: PostingVisitor): void {
  const end = starts[term + 1] as number;
  let at = starts[term] as number;
  const next = () => numbers[at++] as number;
  while (at < end) {
    const article = next();
    const step = next();
    const sections = next();
    for (let phrases = next(); phrases > 0; phrases--) {
      const phrase = next();
      const mass = next();
      visitor.phrase?.(article, phrase, mass);
    }
    visitor.article?.(article, step, sections);
  }
}

function contextsFor(count: number) {
  const level = levelOf(count, 6);
  return {
    flags: FLAGS + 4 * level,
    step: (flags: number) => STEP + 32 * (level + (flags & HAS_PHRASES ? 7 : 0)),
    delta: DELTA + NUMBER * levelOf(count, 16),
  };
}

const phraseContext = (place: number) => PHRASE + (place === 0 ? 0 : NUMBER);
const massContext = (phrase: number) => MASS + (phrase === 0 ? 0 : 256);
