import type { StoredArticle } from '../files/knowledgeFile.js';
import { type Section, splitSections } from '../files/sections.js';
import { wordsOf } from './wordsOf.js';

/** The sections of an article and their words. */
export interface Passages {
  readonly sections: readonly Section[];
  /** The words under a heading; of an empty section, the summary or the first words there are. */
  text(place: number): string;
}

/** Cuts articles into passages, each article once: results while typing show the same ones again and again. */
export function createPassages(): (article: StoredArticle) => Passages {
  const kept = new WeakMap<StoredArticle, Passages>();
  return article => {
    const known = kept.get(article);
    if (known) return known;
    const passages = readPassages(article);
    kept.set(article, passages);
    return passages;
  };
}

function readPassages(article: StoredArticle): Passages {
  const sections = splitSections(article.tree);
  const texts = new Map<number, string>();
  const textAt = (place: number): string => {
    const known = texts.get(place) ?? wordsOf(sections[place]?.blocks ?? []);
    texts.set(place, known);
    return known;
  };
  return {
    sections,
    text(place) {
      const own = textAt(place);
      if (own !== '') return own;
      return article.summary ?? sections.map((_, other) => textAt(other)).find(each => each !== '') ?? '';
    },
  };
}
