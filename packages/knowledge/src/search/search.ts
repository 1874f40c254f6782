import type { StoredArticle } from '../files/knowledgeFile.js';
import { conceptOf, createFindConcepts, type FindConcepts } from '../text/findConcepts.js';
import type { Language } from '../text/language.js';
import { addConcepts } from './addConcepts.js';
import { chooseSections, scoreSections } from './chooseSections.js';
import { confidenceOf, weighQuery } from './confidence.js';
import { dropStraddling } from './dropStraddling.js';
import { type ExpandedTerm, expand } from './expand.js';
import type { HitExplanation } from './explainHit.js';
import type { LocaleIndex } from './loadIndex.js';
import { createMarker, type Mark, type Marker } from './marks.js';
import { mergeRankings, type RankedByWording } from './mergeRankings.js';
import { createPassages, type Passages } from './passages.js';
import { rank } from './rank.js';
import { LONGEST_QUERY, readQuery } from './readQuery.js';
import { makeSnippet, type Snippet } from './snippet.js';
import type { Spelling } from './spelling.js';
import { tolerateGaps } from './tolerateGaps.js';
import type { Reword } from './wordings.js';

/** Settings of a search. */
export interface SearchOptions {
  /** Articles at most. Default 10. */
  readonly limit?: number;
  /** BCP 47; the nearest locale there is gets used. Default: the files' default locale. */
  readonly locale?: string;
  /** Whether the last word may be unfinished. Default true: results while typing. */
  readonly prefix?: boolean;
  /** Whether each hit says where its points come from. Default false: it costs time and another file. */
  readonly explain?: boolean;
}

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
  /** 0..1: how likely it is that the article answers; comparable across queries. */
  readonly confidence: number;
  /** Matched words in `snippet.text`. */
  readonly marks: readonly Mark[];
  readonly title: string;
  readonly titleMarks: readonly Mark[];
  readonly sectionTitle: string | null;
  readonly snippet: Snippet;
  /** Up to three matching sections, best first; `section` is the first of them. */
  readonly sections: readonly SectionHit[];
  /** Where the points come from; only when it was asked for. */
  readonly explanation?: HitExplanation;
}

/** A query that was looked up and ranked, before anything is shown of it. */
export interface RankedQuery {
  /** What the customer's own wording asks for, without the small talk. */
  readonly terms: readonly ExpandedTerm[];
  /** All wordings that were tried, the customer's own first. */
  readonly wordings: readonly { readonly query: string; readonly terms: readonly ExpandedTerm[] }[];
  readonly ranked: readonly (RankedByWording & { readonly confidence: number })[];
  /** Sum of the idf of everything that was asked. */
  readonly asked: number;
  /** What could not be read, one sentence a file; the answer is without it. */
  readonly missing: readonly string[];
  /** Finds what the language calls by many names, to show where a hit is about it. */
  readonly findConcepts: FindConcepts;
}

/** Searches one locale. */
export interface Searcher {
  readonly index: LocaleIndex;
  readonly language: Language;
  /** Rejects when nothing is found and something could not be read. */
  rank(query: string, limit: number, typing: boolean): Promise<RankedQuery>;
  /** What the site's language calls by many names; finds nothing when its list cannot be read. */
  findConcepts(): Promise<FindConcepts>;
  /** What to show of a ranking; articles that cannot be read are left out and added to `missing`. */
  hits(
    found: RankedQuery,
    withReasons?: boolean,
  ): Promise<{ readonly hits: Hit[]; readonly missing: readonly string[] }>;
}

/** What is called by many names. */
interface Names {
  readonly reword: Reword;
  readonly findConcepts: FindConcepts;
}

const MOST_SECTIONS = 3;

/** Ties index and language together. */
export function createSearcher(index: LocaleIndex, language: Language): Searcher {
  const spelling = loadSpelling(index, language);
  const articles = index.entry.articles;
  const passagesOf = createPassages();
  let learning: Promise<Names> | undefined;

  /** What this site and its language call by many names; asked for again when it could not be read. */
  async function namesFrom(present: LocaleIndex, missing: ReadonlySet<string>): Promise<Names> {
    learning ??= present.synonyms().then(async ({ groups, concepts }) => ({
      reword: groups.length === 0 ? () => [] : (await import('./wordings.js')).createReword(groups, language),
      findConcepts: createFindConcepts(concepts, language),
    }));
    const names = await learning;
    if (missing.size > 0) learning = undefined;
    return names;
  }

  return {
    index,
    language,
    async rank(query, limit, typing) {
      const { index: present, spelling: spell, missing } = tolerateGaps(index, spelling);
      const { reword, findConcepts } = await namesFrom(present, missing);
      const text = query.slice(0, LONGEST_QUERY);
      const wordings = await Promise.all(
        [query, ...reword(text)].map(async each => {
          const found = await expand(readQuery(each, language, typing), present, language, spell);
          const own = dropStraddling(found, language);
          const concepts = findConcepts(
            each.slice(0, LONGEST_QUERY),
            language.tokenizeAll(each.slice(0, LONGEST_QUERY)),
          );
          return { query: each, terms: await addConcepts(own, each, concepts, present) };
        }),
      );
      const { ranked, asked } = mergeRankings(
        wordings.map(({ terms }) => rank(terms, articles, limit)),
        limit,
      );
      if (ranked.length === 0 && missing.size > 0) throw new Error([...missing].join('; '));
      const own = (wordings[0]?.terms ?? []).filter(({ query: term }) => !term.aside);
      const weight = weighQuery(own, asked, articles);
      const best = ranked[0]?.score ?? 0;
      return {
        terms: own,
        wordings,
        asked,
        ranked: ranked.map(each => ({ ...each, confidence: confidenceOf(each, best, weight) })),
        missing: [...missing],
        findConcepts,
      };
    },
    async findConcepts() {
      const { index: present, missing } = tolerateGaps(index, spelling);
      return (await namesFrom(present, missing)).findConcepts;
    },
    async hits(found, withReasons) {
      const { wordings, ranked, missing } = found;
      const terms = wordings.flatMap(each => each.terms).filter(({ query }) => !query.aside);
      const explain = withReasons ? (await import('./explainHit.js')).explainHit : () => null;
      const sections = scoreSections(terms, new Set(ranked.map(({ article }) => article)), articles);
      const mark = createMarker(wordsIn(terms), conceptsIn(terms), language, found.findConcepts);
      const lost = new Set(missing);
      const hits = await Promise.all(
        ranked.map(async (each, place) => {
          try {
            const article = await index.article(each.article);
            const places = chooseSections(sections.get(each.article), MOST_SECTIONS);
            const hit = makeHit(article, passagesOf(article), each, places, mark);
            const explanation = explain(found, place, articles);
            return [explanation ? { ...hit, explanation } : hit];
          } catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            // A broken tree fails somewhere inside; the reader's own words name the file.
            lost.add(
              error instanceof TypeError ? `article ${each.article}: expected a tree, got a broken one` : reason,
            );
            return [];
          }
        }),
      );
      if (ranked.length > 0 && hits.every(each => each.length === 0)) throw new Error([...lost].join('; '));
      return { hits: hits.flat(), missing: [...lost] };
    },
  };
}

/** Loaded at the first word nobody knows; most queries have none. */
function loadSpelling(index: LocaleIndex, language: Language): Spelling {
  let loading: Promise<Spelling> | undefined;
  const load = () => {
    loading ??= import('./spelling.js').then(({ createSpelling }) => createSpelling(index, language.links));
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  return {
    correct: async word => (await load()).correct(word),
    split: async word => (await load()).split(word),
  };
}

function wordsIn(terms: readonly ExpandedTerm[]): Set<string> {
  return new Set(
    terms.flatMap(({ query, variants }) => [
      query.term,
      ...variants.flatMap(({ kind, found }) => (kind === 'rescue' || kind === 'concept' ? [] : found.term)),
    ]),
  );
}

function conceptsIn(terms: readonly ExpandedTerm[]): Set<number> {
  const variants = terms.flatMap(term => term.variants).filter(({ kind }) => kind === 'concept');
  return new Set(variants.map(({ found }) => conceptOf(found.term)));
}

function makeHit(
  article: StoredArticle,
  { sections: all, text }: Passages,
  { score, confidence }: RankedQuery['ranked'][number],
  places: readonly number[],
  mark: Marker,
): Hit {
  const sections = places.flatMap(place => {
    const { id, title } = all[place] ?? { id: null, title: '' };
    return id === null ? [] : [{ id, title, titleMarks: mark(title) }];
  });
  const snippet = makeSnippet(text(places[0] ?? 0), mark);
  return {
    id: article.id,
    section: sections[0]?.id ?? null,
    score,
    confidence,
    marks: snippet.marks,
    title: article.title,
    titleMarks: mark(article.title),
    sectionTitle: sections[0]?.title ?? null,
    snippet,
    sections,
  };
}
