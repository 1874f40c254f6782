import { pattern, prepared } from './findPhrase.js';
import { normalise } from './normalise.js';
import type { Phrases } from './phrases/phrases.js';

/** Signs needed, counted with their weight: a strong word 2, a mild word 1, each kind of typography 1. */
const ENOUGH = 2;

/**
 * Anger or distress in a message: the signs that were seen ("word: ridiculous", "capitals"), or null when they weigh
 * too little. Words are looked up in every known locale; typography is capitals, rows of marks, stretched letters.
 */
export function recogniseDistress(text: string, known: readonly Phrases[]): readonly string[] | null {
  const normal = normalise(text);
  const strong = known.flatMap(phrases => words(phrases, normal, phrases.strong));
  const mild = known.flatMap(phrases => words(phrases, normal, phrases.mild));
  const marks = typography(text);
  if (strong.length * 2 + new Set(mild).size + marks.length < ENOUGH) return null;
  // Marks alone are too weak a proof of the mood of someone who may just like exclamation marks.
  if (strong.length + mild.length === 0 && !marks.includes('capitals')) return null;
  return [...new Set([...strong, ...mild].map(word => `word: ${word}`)), ...marks];
}

function words(phrases: Phrases, normal: string, alternatives: string): string[] {
  const text = prepared(phrases, normal);
  const negated = phrases.negators ? new RegExp(`${phrases.spaced ? ' ' : ''}(?:${phrases.negators})$`) : null;
  return [...text.matchAll(pattern(phrases, alternatives))]
    .filter(match => !negated?.test(text.slice(0, match.index)))
    .map(match => match[0].trim());
}

function typography(text: string): string[] {
  const signs: string[] = [];
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = letters.filter(letter => /\p{Lu}/u.test(letter)).length;
  if (letters.length >= 8 && /\p{Lu}\s+\p{Lu}/u.test(text) && capitals >= letters.length * 0.8) signs.push('capitals');
  if (/[!！?？؟]{3,}/.test(text)) signs.push('row of marks');
  if (/(\p{L})\1{3,}/u.test(text)) signs.push('stretched letters');
  return signs;
}
