import { fold } from './fold.js';
import { type Language, UNSPACED } from './language.js';
import type { Token } from './tokenize.js';

/** A concept that a text names, and where. */
export interface FoundConcept {
  /** Line of the list, from 0. */
  readonly concept: number;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** Finds the concepts a text names; `tokens` are those of the text, all of them. */
export type FindConcepts = (text: string, tokens: readonly Token[]) => FoundConcept[];

/** What concepts need of a language. */
type ConceptLanguage = Pick<Language, 'tokenizeAll' | 'stem'>;

const AMBIGUOUS = -1;

/**
 * Prepares a list of concepts: a line a concept, names separated by spaces, `_` for a space inside a name; an empty line stands for a
 * concept that is not there. The longest name at a place counts, a name of two concepts names none; words are compared by their
 * stems.
 */
export function createFindConcepts(list: string, language: ConceptLanguage): FindConcepts {
  const { tokenizeAll, stem } = language;
  const spaced = new Map<string, number>();
  /** Words of the longest name by the stem it begins with. */
  const lengths = new Map<string | undefined, number>();
  const unspaced = new Map<string, number>();
  list.split('\n').forEach((line, concept) => {
    for (const name of line.split(' ').filter(each => each !== '')) {
      if (UNSPACED.test(name)) put(unspaced, fold(name), concept);
      else {
        const stems = stemsOf(wordsOf(tokenizeAll(name.replaceAll('_', ' '))));
        lengths.set(stems[0], Math.max(lengths.get(stems[0]) ?? 1, stems.length));
        put(spaced, stems.join(' '), concept);
      }
    }
  });
  const names = [...unspaced.keys()].sort((a, b) => b.length - a.length);
  const pattern = names.length > 0 ? new RegExp(names.join('|'), 'g') : null;

  function stemsOf(words: readonly Token[]): string[] {
    return words.map(({ term }) => stem(term));
  }

  function findSpaced(tokens: readonly Token[], out: FoundConcept[]): void {
    const words = wordsOf(tokens);
    const stems = stemsOf(words);
    for (let from = 0; from < words.length; from++) {
      for (let to = Math.min(words.length, from + (lengths.get(stems[from]) ?? 0)); to > from; to--) {
        const concept = spaced.get(stems.slice(from, to).join(' '));
        if (concept === undefined) continue;
        if (concept !== AMBIGUOUS) out.push({ concept, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
        from = to - 1;
        break;
      }
    }
  }

  return (text, tokens) => {
    const out: FoundConcept[] = [];
    if (spaced.size > 0) findSpaced(tokens, out);
    for (const { 0: name, index } of pattern ? text.matchAll(pattern) : []) {
      const concept = unspaced.get(name) ?? AMBIGUOUS;
      if (concept !== AMBIGUOUS) out.push({ concept, start: index, end: index + name.length });
    }
    return out;
  };
}

/** The term a concept has in an index: before all words, so that concepts share a file. */
export function conceptTerm(concept: number): string {
  return `\u0001${concept.toString(36)}`;
}

/** The concept of a term that {@link conceptTerm} made. */
export function conceptOf(term: string): number {
  return Number.parseInt(term.slice(1), 36);
}

/** True for a term that {@link conceptTerm} made. */
export function isConceptTerm(term: string): boolean {
  return term.startsWith('\u0001');
}

function wordsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind === 'word');
}

function put(map: Map<string, number>, key: string, concept: number): void {
  if (key === '') return;
  const known = map.get(key) ?? concept;
  map.set(key, known === concept ? concept : AMBIGUOUS);
}
