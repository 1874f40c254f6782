import { findWhole } from './findPhrase.js';
import { asksWhoAnswers } from './requests.js';

/** Messages that need a short human reply and no search. */
export type SmallTalk = 'hello' | 'thanks' | 'bye' | 'fine' | 'identity';

const KINDS = ['hello', 'thanks', 'bye', 'fine'] as const;

/** Which small talk the whole message is, in any shipped locale. Takes normalised text. */
export function recogniseSmallTalk(normal: string): SmallTalk | null {
  return KINDS.find(kind => findWhole(normal, kind)) ?? (asksWhoAnswers(normal) ? 'identity' : null);
}

/** A typed "yes" or "no", in any shipped locale. Takes normalised text. */
export function recogniseYesNo(normal: string): 'yes' | 'no' | null {
  if (findWhole(normal, 'no')) return 'no';
  return findWhole(normal, 'yes') ? 'yes' : null;
}
