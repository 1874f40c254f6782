import { createSplitWord } from '../../search/splitWord.js';
import type { Language } from '../../text/language.js';
import type { PreparedArticle } from '../prepareArticle.js';

/** The words a compound is made of, none for other words: `Rahmengarantie` is about `Rahmen` and `Garantie`. */
export type PartsOf = (word: string) => readonly string[];

const SHORTEST_PART = 4;
const MOST_PARTS = 3;
/** Titles, headings and summaries a word must stand in by itself before it counts as a part. */
const LEAST_USES = 2;

/** Learns the words of the articles; in languages without compounds nothing is one. */
export function createPartsOf(articles: readonly PreparedArticle[], language: Language): PartsOf {
  if (language.links.length === 0) return () => [];
  const uses = new Map<string, number>();
  for (const { title, summary, headings, questions } of articles) {
    for (const { term, kind } of language.tokenize([title, summary, ...headings, ...questions].join('\n'))) {
      if (kind === 'word') uses.set(term, (uses.get(term) ?? 0) + 1);
    }
  }
  const known = new Map<string, readonly string[]>();
  return word => {
    const before = known.get(word);
    if (before) return before;
    // A compound may be known as a word too; it is not its own part.
    const isPart = (part: string) => part !== word && (uses.get(part) ?? 0) >= LEAST_USES;
    const parts =
      createSplitWord(isPart, { shortest: SHORTEST_PART, links: language.links, most: MOST_PARTS })(word) ?? [];
    known.set(word, parts);
    return parts;
  };
}
