import { type Found, pattern, prepared } from './findPhrase.js';
import { normalise } from './normalise.js';
import type { Phrases } from './phrases/phrases.js';

/** A request for a person that was recognised in a message, and by which words. */
export interface PersonRequest extends Found {
  readonly kind: 'clear' | 'ambiguous';
}

/**
 * Looks for a request for a person in every known locale. Clear: the message asks for one ("talk to a human",
 * "转人工", "I don't want to talk to a bot"). Ambiguous: it is nothing but a word that may mean it ("support").
 * Null: neither ("do you have human-size gloves", "不用转人工").
 */
export function recogniseRequest(text: string, known: readonly Phrases[]): PersonRequest | null {
  const normal = normalise(text);
  let ambiguous: PersonRequest | null = null;
  for (const phrases of known) {
    const { locale } = phrases;
    const rest = prepared(phrases, normal).replace(pattern(phrases, phrases.notRequest), '');
    const clear = rest.match(pattern(phrases, phrases.request))?.[0] ?? nothingBut(phrases, rest, phrases.bare);
    if (clear) return { kind: 'clear', locale, words: clear.trim() };
    const words: string | null = ambiguous ? null : nothingBut(phrases, rest, phrases.ambiguous);
    if (words) ambiguous = { kind: 'ambiguous', locale, words };
  }
  return ambiguous;
}

function nothingBut(phrases: Phrases, text: string, alternatives: string): string | null {
  const core = pattern(phrases, alternatives);
  const words = text.match(core)?.[0];
  if (!words) return null;
  const rest = text.replace(core, '').replace(pattern(phrases, phrases.filler), '');
  return rest.trim() === '' ? words.trim() : null;
}
