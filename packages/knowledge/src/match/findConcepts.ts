import { CONCEPTS } from '../text/concepts.js';
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
export function createFindConcepts(split: (text: string) => string[]): (words: readonly string[]) => FoundConcept[] {
  const concepts = new Map<string, number[]>();
  let longest = 1;
  for (const line of CONCEPTS.split('\n')) {
    const names = line.split(' ');
    const concept = hash(`concept ${names[0]}`);
    for (const phrase of names) {
      const words = split(phrase.replaceAll('_', ' '));
      if (words.length === 0) continue;
      const key = words.join(' ');
      longest = Math.max(longest, words.length);
      const known = concepts.get(key) ?? [];
      if (!known.includes(concept)) concepts.set(key, [...known, concept]);
    }
  }
  return words => {
    const found: FoundConcept[] = [];
    for (let first = 0; first < words.length; first++) {
      for (let length = Math.min(longest, words.length - first); length > 0; length--) {
        const known = concepts.get(length === 1 ? (words[first] ?? '') : words.slice(first, first + length).join(' '));
        if (!known) continue;
        found.push({ first, last: first + length - 1, concepts: known });
        first += length - 1;
        break;
      }
    }
    return found;
  };
}
