import type { ByteReader, ByteWriter } from './bytes.js';

/** A title (0), question (even) or heading (odd) of an article in which a term stands. */
export interface PhraseHit {
  /** 0 = title, 2q+2 = question q, 2h+1 = heading h; heading h opens section h+1. */
  readonly phrase: number;
  /** Sum of the idf of the phrase's words. */
  readonly mass: number;
}

/** Where and how strongly a term stands in one article. */
export interface Posting {
  readonly article: number;
  /** Length-normalised, weighted term frequency over all fields, as a step of {@link WEIGHTS}. */
  readonly step: number;
  readonly phrases: readonly PhraseHit[];
  /** Bit s is set when the term stands in the text of section s (0 = before the first heading, 30 = the 31st and later). */
  readonly sections: number;
}

const STEPS = 20;
const SMALLEST = 0.05;
const RATIO = 1.45;
const MASS_STEP = 1;

/** Term frequency weights are kept on a logarithmic scale of 20 steps of 45 %: finer steps cost bytes and decide nothing. */
export const WEIGHTS: readonly number[] = Array.from({ length: STEPS }, (_, step) => SMALLEST * RATIO ** step);

/** The step of {@link WEIGHTS} that is nearest to a weight. */
export function weightStep(weight: number): number {
  const step = Math.round(Math.log(weight / SMALLEST) / Math.log(RATIO));
  return Math.min(STEPS - 1, Math.max(0, step));
}

/**
 * Postings in three columns, which gzip packs better than records: `heads` (weight step and two flags), `deltas` (distance
 * to the article before), `extras` (sections and phrases, where there are any). A word that stands in a body once costs two bytes.
 */
export interface PostingColumns<Column> {
  readonly heads: Column;
  readonly deltas: Column;
  readonly extras: Column;
}

const HAS_PHRASES = 32;
const HAS_SECTIONS = 64;

/** Appends one posting. */
export function writePosting(out: PostingColumns<ByteWriter>, posting: Posting, articleBefore: number): void {
  const { article, step, phrases, sections } = posting;
  out.heads.byte(step | (phrases.length > 0 ? HAS_PHRASES : 0) | (sections > 1 ? HAS_SECTIONS : 0));
  out.deltas.varint(article - articleBefore);
  if (sections > 1) out.extras.varint(sections);
  phrases.forEach((hit, index) => {
    out.extras.varint(hit.phrase * 2 + (index < phrases.length - 1 ? 1 : 0));
    out.extras.byte(Math.min(255, Math.max(1, Math.round(hit.mass / MASS_STEP))));
  });
}

/** What a walk over postings is told, without making objects: called once per phrase, then once per article. */
export interface PostingVisitor {
  phrase?(article: number, phrase: number, mass: number): void;
  article?(article: number, weightStep: number, sections: number): void;
}

/** Walks over `count` postings, leaving the readers behind them. */
export function readPostings(from: PostingColumns<ByteReader>, count: number, visitor: PostingVisitor): void {
  const { heads, deltas, extras } = from;
  let article = 0;
  for (let index = 0; index < count; index++) {
    const head = heads.byte();
    article += deltas.varint();
    const sections = head & HAS_SECTIONS ? extras.varint() : 1;
    for (let more = head & HAS_PHRASES; more; ) {
      const code = extras.varint();
      const mass = extras.byte() * MASS_STEP;
      more = code & 1;
      visitor.phrase?.(article, code >> 1, mass);
    }
    visitor.article?.(article, head & 31, sections);
  }
}
