import { plainText } from '@handrail/content';
import type { Section } from '../../files/sections.js';
import type { FindConcepts } from '../../text/findConcepts.js';
import type { Language } from '../../text/language.js';
import type { Token } from '../../text/tokenize.js';
import type { PreparedArticle } from '../prepareArticle.js';
import type { PartsOf } from './splitCompounds.js';
import type { TermTable } from './termTable.js';
import type { TermUses } from './termUses.js';

/** The fields of BM25F, their weights and how much a long field counts less (`b`). */
export const FIELDS = [
  { name: 'title', weight: 5, b: 0.4 },
  { name: 'questions', weight: 4, b: 0.3 },
  { name: 'headings', weight: 2.2, b: 0.4 },
  { name: 'summary', weight: 2.5, b: 0.4 },
  { name: 'body', weight: 1, b: 0.7 },
] as const;

/** Places in {@link FIELDS}. */
export const FIELD = { title: 0, questions: 1, headings: 2, summary: 3, body: 4 } as const;

/** All terms of one article, each once, in the order they were first met. */
export interface ArticleTerms {
  /** Numbers of a {@link TermTable}. */
  readonly ids: Int32Array;
  /** How often each stands in each field: `FIELDS.length` numbers a term. */
  readonly counts: Uint16Array;
  /** Bit s is set when the term stands in the text of section s. */
  readonly sections: Int32Array;
  /** Phrases (see `PhraseHit`) a term stands in, ascending; by term number, only terms that stand in one. */
  readonly phrasesOf: ReadonlyMap<number, readonly number[]>;
  /** Words in each field. */
  readonly lengths: Float64Array;
  /** Distinct terms of each phrase that count for its mass. */
  readonly phrases: ReadonlyMap<number, readonly number[]>;
}

/** What a help centre's words are made of and what they name, and where they are counted. */
export interface Reading {
  readonly partsOf: PartsOf;
  readonly findConcepts: FindConcepts;
  readonly uses: TermUses;
}

/** Sections from this one on share a bit. */
const LAST_SECTION = 30;
/** The start of an article says what it is about. */
const LEAD_LENGTH = 300;

/** Counts the terms of an article, field by field. */
export function collectTerms(
  article: PreparedArticle,
  language: Language,
  table: TermTable,
  reading: Reading,
): ArticleTerms {
  const { partsOf, findConcepts, uses } = reading;
  const phrases = new Map<number, number[]>();

  const partIds = (token: Token) =>
    token.kind === 'word' ? partsOf(token.term).map(term => table.idOf({ ...token, term })) : [];

  function addConcepts(field: number, text: string, tokens: readonly Token[], phrase: number | null): void {
    for (const { concept } of findConcepts(text, tokens)) {
      const id = table.idOfConcept(concept);
      uses.add(id, field);
      if (phrase !== null) uses.put(id, phrase);
    }
  }

  function addText(field: number, text: string, section: number): void {
    const tokens = language.tokenize(text);
    for (const token of tokens) {
      const id = table.idOf(token);
      if (table.isSmallTalk(id)) continue;
      const place = uses.add(id, field);
      if (field === FIELD.body) uses.mark(place, section);
      else for (const part of partIds(token)) uses.add(part, field);
      if (token.kind !== 'joined') uses.lengths[field]!++;
    }
  }

  function addPhrase(field: number, text: string, phrase: number): void {
    const all = language.tokenize(text);
    const told = all.filter(token => !table.isSmallTalk(table.idOf(token)));
    const kept = told.length > 0 ? told : all;
    // Small talk stays findable here: "About us" is a title.
    for (const token of all) {
      const id = table.idOf(token);
      for (const each of [id, ...partIds(token)]) {
        uses.add(each, field);
        uses.put(each, phrase);
      }
      if (token.kind !== 'joined') uses.lengths[field]!++;
    }
    addConcepts(field, text, all, phrase);
    phrases.set(phrase, [...new Set(kept.filter(token => token.kind !== 'joined').map(table.idOf))]);
    if (field !== FIELD.headings) addRescue(kept, phrase);
  }

  // Single characters of titles and questions: a wrong character breaks two bigrams, but not the ones beside it.
  function addRescue(tokens: readonly Token[], phrase: number): void {
    for (const { kind, term } of tokens) {
      if (kind !== 'gram') continue;
      for (const character of term) {
        const id = table.idOfCharacter(character);
        uses.least(id, FIELD.summary);
        uses.put(id, phrase);
      }
    }
  }

  addPhrase(FIELD.title, article.title, 0);
  article.questions.forEach((question, index) => {
    addPhrase(FIELD.questions, question, 2 * index + 2);
  });
  article.headings.forEach((heading, index) => {
    addPhrase(FIELD.headings, heading, 2 * index + 1);
  });
  const texts = article.sections.map(sectionText);
  addText(FIELD.summary, [article.summary, ...article.tags, lead(texts)].join('\n'), 0);
  texts.forEach((text, index) => {
    addText(FIELD.body, text, Math.min(index, LAST_SECTION));
  });
  return { ...uses.take(), phrases };
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
