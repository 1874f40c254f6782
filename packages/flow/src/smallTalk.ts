import { findInside, findWhole } from './findPhrase.js';
import type { Phrases } from './phrases/phrases.js';

/** Messages that need a short human reply and no search. */
export type SmallTalk = 'hello' | 'thanks' | 'bye' | 'fine' | 'identity';

const KINDS = ['hello', 'thanks', 'bye', 'fine'] as const;

/** Which small talk the whole message is, in any known locale. Takes normalised text. */
export function recogniseSmallTalk(normal: string, known: readonly Phrases[]): SmallTalk | null {
  return (
    KINDS.find(kind => findWhole(known, normal, kind)) ?? (findInside(known, normal, 'identity') ? 'identity' : null)
  );
}

/** A typed "yes" or "no", in any known locale. Takes normalised text. */
export function recogniseYesNo(normal: string, known: readonly Phrases[]): 'yes' | 'no' | null {
  if (findWhole(known, normal, 'no')) return 'no';
  return findWhole(known, normal, 'yes') ? 'yes' : null;
}
