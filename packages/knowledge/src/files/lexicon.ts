import type { BitReader } from './bitReader.js';
import type { BitWriter } from './bitWriter.js';
import { NUMBER } from './chances.js';
import { ADDED, COUNT, DISTANCE, DROPPED, HIGH, LONGEST, LOW, levelOf, SIZE } from './shardContexts.js';

/** Sorted terms (by UTF-16 code unit) and in how many articles each stands. */
export interface Lexicon {
  readonly terms: readonly string[];
  readonly counts: Uint32Array;
}

const LOW_BITS = 7;
const HIGH_BITS = 16 - LOW_BITS;

/**
 * Writes sorted terms by front coding (Witten, Moffat, Bell, "Managing Gigabytes", 2nd ed., 4.1): how much of the term before goes, then
 * what comes; the first differing unit as its distance, which is what makes bigrams of Han characters cost little. Counts begin at 1.
 */
export function writeLexicon(out: BitWriter, terms: readonly string[], counts: readonly number[]): void {
  out.number(SIZE, terms.length);
  let before = '';
  let countBefore = 1;
  terms.forEach((term, index) => {
    let shared = 0;
    while (shared < before.length && before[shared] === term[shared]) shared++;
    out.number(droppedAfter(before), before.length - shared);
    out.number(ADDED, term.length - shared);
    for (let at = shared; at < term.length; at++) {
      const code = term.charCodeAt(at);
      if (at === shared && at < before.length) out.number(DISTANCE, code - before.charCodeAt(at) - 1);
      else {
        out.tree(HIGH, HIGH_BITS, code >> LOW_BITS);
        out.tree(lowOf(code >> LOW_BITS), LOW_BITS, code & 127);
      }
    }
    const count = counts[index] ?? 1;
    out.number(countAfter(countBefore), count - 1);
    before = term;
    countBefore = count;
  });
}

/** Reads what {@link writeLexicon} wrote, leaving the reader behind it. */
export function readLexicon(from: BitReader): Lexicon {
  const size = from.number(SIZE);
  const terms: string[] = [];
  const counts = new Uint32Array(size);
  let before = '';
  let countBefore = 1;
  for (let index = 0; index < size; index++) {
    const shared = before.length - from.number(droppedAfter(before));
    const added = from.number(ADDED);
    let term = before.slice(0, shared);
    for (let at = shared; at < shared + added; at++) {
      if (at === shared && at < before.length) {
        term += String.fromCharCode(from.number(DISTANCE) + before.charCodeAt(at) + 1);
        continue;
      }
      const high = from.tree(HIGH, HIGH_BITS);
      term += String.fromCharCode((high << LOW_BITS) | from.tree(lowOf(high), LOW_BITS));
    }
    countBefore = from.number(countAfter(countBefore)) + 1;
    counts[index] = countBefore;
    terms.push(term);
    before = term;
  }
  return { terms, counts };
}

/** The place of the first term that is not before `term`. */
export function lowerBound(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

const droppedAfter = ({ length }: string) => DROPPED + NUMBER * Math.min(length, LONGEST);
const lowOf = (high: number) => LOW + (high === 0 ? 0 : 128);
const countAfter = (count: number) => COUNT + NUMBER * levelOf(count, 3);
