import { conceptTerm } from '../../text/findConcepts.js';
import type { Language } from '../../text/language.js';
import type { Token } from '../../text/tokenize.js';

/** The terms of one locale as numbers, in the order they were first met. */
export interface TermTable {
  readonly terms: readonly string[];
  /** The number of a token's term. */
  idOf(token: Token): number;
  /** The number of a single character. */
  idOfCharacter(character: string): number;
  /** The number of a concept. */
  idOfConcept(concept: number): number;
  /** True for a term without a subject; asked of the language once a term. */
  isSmallTalk(id: number): boolean;
}

/** A term and its number. */
export interface NumberedTerm {
  readonly term: string;
  readonly id: number;
}

/** An empty table. */
export function createTermTable(language: Language): TermTable {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const smallTalk: boolean[] = [];

  function add(token: Pick<Token, 'term' | 'kind'>): number {
    const known = ids.get(token.term);
    if (known !== undefined) return known;
    const id = terms.length;
    ids.set(token.term, id);
    terms.push(token.term);
    smallTalk.push(language.isSmallTalk(token));
    return id;
  }

  return {
    terms,
    idOf: add,
    idOfCharacter: character => add({ term: character, kind: 'gram' }),
    idOfConcept: concept => add({ term: conceptTerm(concept), kind: 'word' }),
    isSmallTalk: id => smallTalk[id] === true,
  };
}
