import type { Language } from '../text/language.js';

/** UTF-16 offsets into the text it comes with: from `start` up to, not including, `end`. */
export type Mark = readonly [start: number, end: number];

/** Places of matched terms in a text, ascending; overlapping and touching ones are one. */
export function markTerms(text: string, terms: ReadonlySet<string>, language: Language): Mark[] {
  const marks: [number, number][] = [];
  const mark = (start: number, end: number) => {
    const last = marks[marks.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  };
  const hasSingles = [...terms].some(term => [...term].length === 1);
  for (const { term, start, end, kind } of language.tokenizeAll(text)) {
    if (terms.has(term)) mark(start, end);
    // A single character that was asked for stands inside pairs.
    else if (hasSingles && kind === 'gram' && end - start === term.length && term.length > 1) {
      [...term].forEach((character, place) => {
        if (terms.has(character)) mark(start + place, start + place + 1);
      });
    }
  }
  return marks;
}
