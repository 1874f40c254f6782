import type { StoredArticle } from '../files/knowledgeFile.js';
import type { Language } from '../text/language.js';
import { chooseSections, scoreSections } from './chooseSections.js';
import { confidenceOf } from './confidence.js';
import { type Correct, createCorrect } from './correct.js';
import { dropStraddling } from './dropStraddling.js';
import { type ExpandedTerm, expand } from './expand.js';
import type { LocaleIndex } from './loadIndex.js';
import { type Mark, markTerms } from './marks.js';
import { createPassages, type Passages } from './passages.js';
import { type Ranked, rank } from './rank.js';
import { readQuery } from './readQuery.js';
import { makeSnippet, type Snippet } from './snippet.js';

/** A section of an article that answers a query. */
export interface SectionHit {
  /** The section's address inside its article. */
  readonly id: string;
  readonly title: string;
  readonly titleMarks: readonly Mark[];
}

/** An article that answers a query. */
export interface Hit {
  readonly id: string;
  /** The section to open, `null` for the start of the article. */
  readonly section: string | null;
  /** Higher is better within one query; means nothing across queries. */
  readonly score: number;
  /** 0..1, comparable across queries. Under about 0.3 the article probably does not answer. */
  readonly confidence: number;
  /** Matched words in `snippet.text`. */
  readonly marks: readonly Mark[];
  readonly title: string;
  readonly titleMarks: readonly Mark[];
  readonly sectionTitle: string | null;
  readonly snippet: Snippet;
  /** Up to three matching sections, best first; `section` is the first of them. */
  readonly sections: readonly SectionHit[];
}

/** A query that was looked up and ranked, before anything is shown of it. */
export interface RankedQuery {
  readonly terms: readonly ExpandedTerm[];
  readonly ranked: readonly (Ranked & { readonly confidence: number })[];
  /** Sum of the idf of everything that was asked. */
  readonly asked: number;
}

/** Searches one locale. */
export interface Searcher {
  readonly index: LocaleIndex;
  readonly language: Language;
  rank(query: string, limit: number, typing: boolean): Promise<RankedQuery>;
  hits(found: RankedQuery): Promise<Hit[]>;
}

const MOST_SECTIONS = 3;

/** Ties index and language together. */
export function createSearcher(index: LocaleIndex, language: Language): Searcher {
  let correcting: Promise<Correct> | undefined;
  const correct = () => {
    correcting ??= index.words().then(createCorrect);
    return correcting;
  };
  const articles = index.entry.articles;
  const passagesOf = createPassages();
  return {
    index,
    language,
    async rank(query, limit, typing) {
      const all = await expand(readQuery(query, language, typing), index, language, correct);
      const terms = dropStraddling(all, language);
      const { ranked, asked } = rank(terms, articles, limit);
      return { terms, asked, ranked: ranked.map(each => ({ ...each, confidence: confidenceOf(each, asked) })) };
    },
    async hits({ terms, ranked }) {
      const sections = scoreSections(terms, new Set(ranked.map(({ article }) => article)), articles);
      const words = new Set(
        terms.flatMap(({ query, variants }) => [
          query.term,
          ...variants.flatMap(({ kind, found }) => (kind === 'rescue' ? [] : found.term)),
        ]),
      );
      return Promise.all(
        ranked.map(async each => {
          const article = await index.article(each.article);
          const places = chooseSections(sections.get(each.article), MOST_SECTIONS);
          return makeHit(article, passagesOf(article), each, places, words, language);
        }),
      );
    },
  };
}

function makeHit(
  article: StoredArticle,
  { sections: all, text }: Passages,
  { score, confidence }: RankedQuery['ranked'][number],
  places: readonly number[],
  words: ReadonlySet<string>,
  language: Language,
): Hit {
  const sections = places.flatMap(place => {
    const { id, title } = all[place] ?? { id: null, title: '' };
    return id === null ? [] : [{ id, title, titleMarks: markTerms(title, words, language) }];
  });
  const snippet = makeSnippet(text(places[0] ?? 0), words, language);
  return {
    id: article.id,
    section: sections[0]?.id ?? null,
    score,
    confidence,
    marks: snippet.marks,
    title: article.title,
    titleMarks: markTerms(article.title, words, language),
    sectionTitle: sections[0]?.title ?? null,
    snippet,
    sections,
  };
}
