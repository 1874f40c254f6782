import { type Classification, classify } from './classify.js';
import type { IntentModel } from './intentModel.js';

/** An intent that may be meant, 0..1. */
export interface IntentCandidate {
  readonly intent: string;
  readonly probability: number;
}

/** What to do with a message: answer it, ask which of a few intents is meant, or say that none is known. */
export type Decision =
  | { readonly band: 'answer'; readonly candidate: IntentCandidate }
  | { readonly band: 'didYouMean'; readonly candidates: readonly IntentCandidate[] }
  | { readonly band: 'unknown' };

/** When a message is answered. */
export interface DecideOptions {
  /** Least probability to answer; lower answers more and errs more. Default 0.6. */
  readonly answer?: number;
  /** Least probability to suggest anything; below, the message is unknown. Default 0.25. */
  readonly didYouMean?: number;
  /** Samples an intent needs before it is answered by itself; with fewer it is suggested. Default 30. */
  readonly enough?: number;
  /** Intents suggested at most. Default 3. */
  readonly suggestions?: number;
}

/**
 * Chooses between answering, suggesting and not knowing, for a message or for what `classify` said of it. An intent learned from few
 * samples is never answered by itself, however sure the model is: its probability stands on too little.
 */
export function decide(
  model: IntentModel,
  message: string | readonly Classification[],
  options: DecideOptions = {},
): Decision {
  const { answer = 0.6, didYouMean = 0.25, enough = 30, suggestions = 3 } = options;
  const answers = typeof message === 'string' ? classify(model, message) : message;
  const candidates = answers.flatMap(({ intent, probability }) => (intent === null ? [] : [{ intent, probability }]));
  const [best] = candidates;
  if (!best || answers[0]?.intent === null || best.probability < didYouMean) return { band: 'unknown' };
  const samples = model.counts[model.intents.indexOf(best.intent)] ?? 0;
  if (best.probability >= answer && samples >= enough) return { band: 'answer', candidate: best };
  return { band: 'didYouMean', candidates: candidates.slice(0, suggestions) };
}
