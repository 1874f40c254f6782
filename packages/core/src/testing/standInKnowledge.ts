import { plainText } from '@handrail/content';
import { readMarkdown } from '@handrail/content/markdown';
import { type Article, type Found, type Hit, splitSections } from '@handrail/knowledge';
import type { KnowledgeSource } from '../knowledgeSource.js';

/** An article of a test's help centre. */
export interface TestArticle {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly summary?: string;
  /** The chapter it belongs to. */
  readonly section?: string;
}

/** A help centre of a few articles: a query finds those that hold all its words, in their order. */
export function standInKnowledge(given: readonly TestArticle[], base: string): KnowledgeSource {
  const find = async (query: string, _locale: string, limit: number): Promise<Found> => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const holds = ({ title, text }: TestArticle) =>
      words.length > 0 && words.every(word => `${title} ${text}`.toLowerCase().includes(word));
    const hits = given.filter(holds).slice(0, limit).map(toHit);
    return { query, corrected: null, hits, fewer: [], nearest: [], missing: [] };
  };
  const withId = (id: string) => given.find(article => article.id === id);
  return {
    base,
    find,
    match: async (text, locale) =>
      (await find(text, locale, 3)).hits.map(({ id, title }) => ({ id, title, section: null, probability: 0.9 })),
    article: async (id, locale) => {
      const found = withId(id);
      return found ? toArticle(found, locale) : null;
    },
    articles: async ids => (ids === null ? given.map(toSummary) : ids.flatMap(id => withId(id) ?? []).map(toSummary)),
    intents: async () => [],
    suggest: async (_page, _locale, limit) => given.slice(0, limit).map(toSummary),
  };
}

/** As the help centre would show it. */
export function toArticle(given: TestArticle, locale: string): Article {
  const { tree } = readMarkdown(given.text);
  const headings = splitSections(tree).flatMap(({ id, level, title }) =>
    id === null ? [] : [{ id, level, text: title }],
  );
  return { ...toSummary(given), locale, minutes: 1, tree, headings, related: [] };
}

const toSummary = ({ text: _, ...summary }: TestArticle) => summary;

function toHit({ id, title, text }: TestArticle): Hit {
  return {
    id,
    title,
    section: null,
    sectionTitle: null,
    sections: [],
    score: 1,
    confidence: 1,
    marks: [],
    titleMarks: [],
    snippet: { text: plainText(readMarkdown(text).tree).slice(0, 160), marks: [] },
  };
}
