import type { ByteReader, ByteWriter } from './bytes.js';

/** Sorted terms (by UTF-16 code unit) and in how many articles each stands. */
export interface Lexicon {
  readonly terms: readonly string[];
  readonly counts: Uint32Array;
}

/**
 * Writes sorted terms by front coding (Witten, Moffat, Bell, "Managing Gigabytes", 2nd ed., 4.1): what a term shares with
 * the one before it, then the rest; the first differing unit as its distance, which is what makes bigrams of Han
 * characters cost one or two bytes.
 */
export function writeLexicon(out: ByteWriter, terms: readonly string[], counts: readonly number[]): void {
  out.varint(terms.length);
  let before = '';
  terms.forEach((term, index) => {
    let shared = 0;
    while (shared < 14 && shared < before.length && before[shared] === term[shared]) shared++;
    const rest = term.length - shared;
    out.byte((shared << 4) | Math.min(rest, 15));
    if (rest >= 15) out.varint(rest);
    for (let at = shared; at < term.length; at++) {
      const base = at === shared && at < before.length ? before.charCodeAt(at) : 0;
      out.varint(term.charCodeAt(at) - base);
    }
    out.varint(counts[index] ?? 0);
    before = term;
  });
}

/** Reads what {@link writeLexicon} wrote, leaving the reader behind it. */
export function readLexicon(from: ByteReader): Lexicon {
  const size = from.varint();
  const terms: string[] = [];
  const counts = new Uint32Array(size);
  let before = '';
  for (let index = 0; index < size; index++) {
    const head = from.byte();
    const shared = head >> 4;
    const rest = (head & 15) === 15 ? from.varint() : head & 15;
    let term = before.slice(0, shared);
    for (let at = 0; at < rest; at++) {
      const base = at === 0 && shared < before.length ? before.charCodeAt(shared) : 0;
      term += String.fromCharCode(from.varint() + base);
    }
    terms.push(term);
    counts[index] = from.varint();
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
