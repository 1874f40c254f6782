import type { FindConcepts } from '../text/findConcepts.js';
import type { Language } from '../text/language.js';

/** UTF-16 offsets into the text it comes with: from `start` up to, not including, `end`. */
export type Mark = readonly [start: number, end: number];

/** Places of what was looked for in a text, ascending; overlapping and touching ones are one. */
export type Marker = (text: string) => Mark[];

/**
 * @param terms as the index knows them
 * @param concepts lines of the list of concepts: any of a concept's names is marked
 */
export function createMarker(
  terms: ReadonlySet<string>,
  concepts: ReadonlySet<number>,
  language: Language,
  findConcepts: FindConcepts,
): Marker {
  const hasSingles = [...terms].some(term => [...term].length === 1);
  return text => {
    const found: Mark[] = [];
    const tokens = language.tokenizeAll(text);
    for (const { term, start, end, kind } of tokens) {
      if (terms.has(term)) found.push([start, end]);
      // A single character that was asked for stands inside pairs.
      else if (hasSingles && kind === 'gram' && end - start === term.length && term.length > 1) {
        [...term].forEach((character, place) => {
          if (terms.has(character)) found.push([start + place, start + place + 1]);
        });
      }
    }
    if (concepts.size > 0) {
      for (const { concept, start, end } of findConcepts(text, tokens)) {
        if (concepts.has(concept)) found.push([start, end]);
      }
    }
    return joined(found);
  };
}

function joined(found: Mark[]): Mark[] {
  const marks: [number, number][] = [];
  for (const [start, end] of found.sort(([a], [b]) => a - b)) {
    const last = marks[marks.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
