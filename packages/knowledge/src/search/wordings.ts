import type { Language } from '../text/language.js';

/** Words that mean the same on a site, as its author wrote them: `["refund", "money back"]`. */
export type SynonymGroup = readonly string[];

/** Other ways to say a query, by a site's synonyms; the query itself is not among them. */
export type Reword = (query: string) => string[];

/** Each wording is a search of its own. */
const MOST_WORDINGS = 4;

interface Member {
  readonly text: string;
  readonly keys: readonly string[];
}

interface Place {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Prepares synonyms for queries in a language; words count as the same when their stems do. */
export function createReword(groups: readonly SynonymGroup[], language: Language): Reword {
  const prepared = groups.map(group =>
    group.map(text => ({ text, keys: placesOf(text, language).map(({ key }) => key) })),
  );
  return query => {
    const places = placesOf(query, language);
    const wordings = new Set<string>();
    for (const group of prepared) {
      for (const member of group) {
        const at = find(places, member.keys);
        if (at < 0) continue;
        const start = places[at]?.start ?? 0;
        const end = places[at + member.keys.length - 1]?.end ?? 0;
        for (const other of othersOf(group, member)) wordings.add(query.slice(0, start) + other + query.slice(end));
      }
    }
    wordings.delete(query);
    return [...wordings].slice(0, MOST_WORDINGS);
  };
}

function othersOf(group: readonly Member[], member: Member): string[] {
  return group.filter(other => other !== member).map(({ text }) => text);
}

function placesOf(text: string, language: Language): Place[] {
  return language
    .tokenizeAll(text)
    .filter(({ kind }) => kind !== 'joined')
    .map(({ term, kind, start, end }) => ({ key: kind === 'gram' ? term : language.stem(term), start, end }));
}

/** Where `keys` stand in a row, -1 when they don't. */
function find(places: readonly Place[], keys: readonly string[]): number {
  if (keys.length === 0) return -1;
  return places.findIndex((_, at) => keys.every((key, offset) => places[at + offset]?.key === key));
}
