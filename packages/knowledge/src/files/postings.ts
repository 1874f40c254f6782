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
  /** Length-normalised, weighted term frequency over all fields. */
  readonly weight: number;
  readonly phrases: readonly PhraseHit[];
  /** Bit s is set when the term stands in the text of section s (0 = before the first heading, 30 = the 31st and later). */
  readonly sections: number;
}

const STEPS = 64;
const SMALLEST = 0.05;
const RATIO = 1.12;
const MASS_STEP = 0.25;

/** Term frequency weights are kept on a logarithmic scale of 64 steps of 12 %. */
export const WEIGHTS: readonly number[] = Array.from({ length: STEPS }, (_, step) => SMALLEST * RATIO ** step);

/** The step of {@link WEIGHTS} that is nearest to a weight. */
export function weightStep(weight: number): number {
  const step = Math.round(Math.log(weight / SMALLEST) / Math.log(RATIO));
  return Math.min(STEPS - 1, Math.max(0, step));
}

/** Writes one posting: two bytes for a word that stands in a body once, more where there is more to tell. */
export function writePosting(out: ByteWriter, posting: Posting, articleBefore: number): void {
  const hasPhrases = posting.phrases.length > 0;
  const hasSections = posting.sections > 1;
  out.byte(weightStep(posting.weight) | (hasPhrases ? 64 : 0) | (hasSections ? 128 : 0));
  out.varint(posting.article - articleBefore);
  if (hasSections) out.varint(posting.sections);
  posting.phrases.forEach((hit, index) => {
    const more = index < posting.phrases.length - 1 ? 1 : 0;
    out.varint(hit.phrase * 2 + more);
    out.byte(Math.min(255, Math.max(1, Math.round(hit.mass / MASS_STEP))));
  });
}

/** What a walk over postings is told, without making objects: called once per phrase, then once per article. */
export interface PostingVisitor {
  phrase?(article: number, phrase: number, mass: number): void;
  article?(article: number, weightStep: number, sections: number): void;
}

/** Walks over `count` postings. */
export function readPostings(from: ByteReader, count: number, visitor: PostingVisitor): void {
  let article = 0;
  for (let index = 0; index < count; index++) {
    const head = from.byte();
    article += from.varint();
    const sections = head & 128 ? from.varint() : 1;
    if (head & 64) {
      let more = 1;
      while (more) {
        const code = from.varint();
        more = code & 1;
        visitor.phrase?.(article, code >> 1, from.byte() * MASS_STEP);
      }
    }
    visitor.article?.(article, head & 63, sections);
  }
}
