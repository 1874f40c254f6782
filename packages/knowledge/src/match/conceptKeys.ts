import { CONCEPTS } from '../text/concepts.js';
import { CONCEPTS_BY_LANGUAGE } from '../text/conceptsByLanguage.js';
import { hash } from './hash.js';

/** Words of a message that stand for concepts: their places, and the concepts as keys, the likeliest first. */
export interface FoundConcept {
  readonly first: number;
  readonly last: number;
  readonly concepts: readonly number[];
}

/**
 * Finds what customers call by many names, longest phrase first. `split` turns a phrase of the list into the words a message
 * would have.
 */
export function createConceptKeys(split: (text: string) => string[]): (words: readonly string[]) => FoundConcept[] {
  const concepts = new Map<string, number[]>();
  /** Words of the longest phrase that begins with a word. */
  const reach = new Map<string, number>();
  for (const line of [...CONCEPTS.split('\n'), ...CONCEPTS_BY_LANGUAGE.split('\n')]) {
    const names = line.split(' ');
    const concept = hash(`concept ${names[0]}`);
    for (const phrase of names) {
      const words = split(phrase.replaceAll('_', ' '));
      if (words.length === 0) continue;
      const key = words.join(' ');
      const [start = ''] = words;
      reach.set(start, Math.max(reach.get(start) ?? 0, words.length));
      const known = concepts.get(key) ?? [];
      if (!known.includes(concept)) concepts.set(key, [...known, concept]);
    }
  }
  return words => {
    const found: FoundConcept[] = [];
    for (let first = 0; first < words.length; first++) {
      const longest = reach.get(words[first] ?? '') ?? 0;
      for (let length = Math.min(longest, words.length - first); length > 0; length--) {
        const known = concepts.get(length === 1 ? (words[first] ?? '') : words.slice(first, first + length).join(' '));
        if (known) found.push({ first, last: first + length - 1, concepts: known });
      }
    }
    return found;
  };
}
