import type { Language } from '../text/language.js';

/** UTF-16 offsets into the text it comes with: from `start` up to, not including, `end`. */
export type Mark = readonly [start: number, end: number];

/** Places of matched terms in a text, ascending; overlapping and touching ones are one. */
export function markTerms(text: string, terms: ReadonlySet<string>, language: Language): Mark[] {
  const marks: [number, number][] = [];
  for (const token of language.tokenizeAll(text)) {
    if (!terms.has(token.term)) continue;
    const last = marks[marks.length - 1];
    if (last && token.start <= last[1]) last[1] = Math.max(last[1], token.end);
    else marks.push([token.start, token.end]);
  }
  return marks;
}
