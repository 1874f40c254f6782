import { plainText } from '@handrail/content';
import type { Section } from '../files/sections.js';
import type { Language } from '../text/language.js';
import type { Token } from '../text/tokenize.js';
import type { PreparedArticle } from './prepareArticle.js';

/** The fields of BM25F, their weights and how much a long field counts less (`b`). */
export const FIELDS = {
  title: { weight: 5, b: 0.4 },
  questions: { weight: 4, b: 0.3 },
  headings: { weight: 2.2, b: 0.4 },
  summary: { weight: 2, b: 0.4 },
  body: { weight: 1, b: 0.7 },
} as const;

/** Name of a field. */
export type Field = keyof typeof FIELDS;

/** What one article says with one term. */
export interface TermUse {
  readonly counts: Partial<Record<Field, number>>;
  /** Phrases (see `PhraseHit`) it stands in, ascending. */
  readonly phrases: number[];
  sections: number;
}

/** All terms of one article. */
export interface ArticleTerms {
  readonly uses: Map<string, TermUse>;
  readonly lengths: Readonly<Record<Field, number>>;
  /** Distinct terms of each phrase that count for its mass. */
  readonly phrases: ReadonlyMap<number, readonly string[]>;
}

/** Sections from this one on share a bit. */
const LAST_SECTION = 30;
/** The start of an article says what it is about. */
const LEAD_LENGTH = 300;

/** Counts the terms of an article, field by field. */
export function collectTerms(article: PreparedArticle, language: Language): ArticleTerms {
  const uses = new Map<string, TermUse>();
  const lengths: Record<Field, number> = { title: 0, questions: 0, headings: 0, summary: 0, body: 0 };
  const phrases = new Map<number, string[]>();

  function use(term: string): TermUse {
    let found = uses.get(term);
    if (!found) {
      found = { counts: {}, phrases: [], sections: 0 };
      uses.set(term, found);
    }
    return found;
  }

  function add(field: Field, text: string, section: number): void {
    for (const token of language.tokenize(text)) {
      if (language.isSmallTalk(token)) continue;
      const found = use(token.term);
      found.counts[field] = (found.counts[field] ?? 0) + 1;
      if (field === 'body') found.sections |= 1 << section;
      if (token.kind !== 'joined') lengths[field]++;
    }
  }

  function addPhrase(field: Field, text: string, phrase: number): void {
    const all = language.tokenize(text);
    const told = all.filter(token => !language.isSmallTalk(token));
    const kept = told.length > 0 ? told : all;
    // Small talk stays findable here: "About us" is a title.
    for (const token of all) {
      const found = use(token.term);
      found.counts[field] = (found.counts[field] ?? 0) + 1;
      if (found.phrases[found.phrases.length - 1] !== phrase) found.phrases.push(phrase);
      if (token.kind !== 'joined') lengths[field]++;
    }
    phrases.set(phrase, [...new Set(kept.filter(token => token.kind !== 'joined').map(token => token.term))]);
    if (field !== 'headings') addRescue(kept, phrase);
  }

  // Single characters of titles and questions: a wrong character breaks two bigrams, but not the ones beside it.
  function addRescue(tokens: readonly Token[], phrase: number): void {
    for (const { kind, term } of tokens) {
      if (kind !== 'gram') continue;
      for (const character of term) {
        const found = use(character);
        if (!found.phrases.includes(phrase)) found.phrases.push(phrase);
        found.counts.summary ??= 1;
      }
    }
  }

  addPhrase('title', article.title, 0);
  article.questions.forEach((question, index) => {
    addPhrase('questions', question, 2 * index + 2);
  });
  article.headings.forEach((heading, index) => {
    addPhrase('headings', heading, 2 * index + 1);
  });
  const texts = article.sections.map(sectionText);
  add('summary', [article.summary, ...article.tags, lead(texts)].join('\n'), 0);
  texts.forEach((text, index) => {
    add('body', text, Math.min(index, LAST_SECTION));
  });
  for (const found of uses.values()) found.phrases.sort((a, b) => a - b);
  return { uses, lengths, phrases };
}

function sectionText(section: Section): string {
  return plainText(section.blocks);
}

function lead(texts: readonly string[]): string {
  const text = texts.find(each => each.trim() !== '') ?? '';
  if (text.length <= LEAD_LENGTH) return text;
  const end = text.slice(0, LEAD_LENGTH).search(/[.!?。！？\n][^.!?。！？\n]*$/);
  return text.slice(0, end > 60 ? end + 1 : LEAD_LENGTH);
}
