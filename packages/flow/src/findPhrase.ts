import type { Phrases } from './phrases/phrases.js';

/** Fields of {@link Phrases} that hold alternatives. */
export type PhraseKind = Exclude<keyof Phrases, 'locale' | 'spaced'>;

/** Something that was recognised: where, and by which words. */
export interface Found {
  readonly locale: string;
  readonly words: string;
}

/** The text as a locale's patterns expect it. */
export function prepared(phrases: Phrases, normal: string): string {
  return phrases.spaced ? normal : normal.replace(/ /g, '');
}

/** Pattern of one field. In spaced scripts it takes the space before and needs one after. */
export function pattern(phrases: Phrases, alternatives: string): RegExp {
  return new RegExp(phrases.spaced ? ` (?:${alternatives})(?= )` : `(?:${alternatives})`, 'g');
}

/** The first locale where the whole normalised message is one of the phrases of this kind. */
export function findWhole(known: readonly Phrases[], normal: string, kind: PhraseKind): Found | null {
  for (const phrases of known) {
    const words = prepared(phrases, normal).trim();
    if (new RegExp(`^(?:${phrases[kind]})$`).test(words)) return { locale: phrases.locale, words };
  }
  return null;
}

/** The first locale where the phrases of this kind occur anywhere in the normalised message. */
export function findInside(known: readonly Phrases[], normal: string, kind: PhraseKind): Found | null {
  for (const phrases of known) {
    const words = prepared(phrases, normal).match(pattern(phrases, phrases[kind]))?.[0];
    if (words) return { locale: phrases.locale, words: words.trim() };
  }
  return null;
}
