import type { Features } from './features.js';
import { fitSeparators } from './fitSeparators.js';
import { packScorer, type Scorer, score } from './scorer.js';
import { createVocabulary, weighFeatures } from './vocabulary.js';

/** A message as features, and what it means. */
export interface Prepared {
  readonly features: Features;
  readonly intent: string | null;
}

/** What scores messages: a class for each intent, and one more for "none" when there were samples of it. */
export interface IntentScorer {
  readonly intents: readonly string[];
  readonly scorer: Scorer;
}

/** What is known of a message. */
export interface Evidence {
  /** By intent. */
  readonly scores: Float64Array;
  /** Place of the best intent. */
  readonly best: number;
  /** What speaks for a message being in scope: 1, the best score, the share that is known, the score of "none". */
  readonly scope: readonly number[];
}

/** Intents of samples, in order of their names. */
export function intentsOf(samples: readonly { readonly intent: string | null }[]): string[] {
  return [...new Set(samples.flatMap(({ intent }) => intent ?? []))].sort();
}

/** Learns to tell the intents of samples from each other. */
export function fitIntents(samples: readonly Prepared[], size: number): IntentScorer {
  const intents = intentsOf(samples);
  const places = new Map(intents.map((intent, place) => [intent, place]));
  const targets = Int32Array.from(samples, ({ intent }) => places.get(intent ?? '') ?? intents.length);
  const classes = intents.length + (samples.some(({ intent }) => intent === null) ? 1 : 0);
  const vocabulary = createVocabulary(
    samples.map(({ features }) => features),
    size,
  );
  const rows = samples.map(({ features }) => weighFeatures(vocabulary, features));
  const separators = fitSeparators(rows, targets, classes, vocabulary.buckets.length);
  return { intents, scorer: packScorer(vocabulary, separators) };
}

/** Weighs a message. */
export function weigh({ intents, scorer }: IntentScorer, features: Features): Evidence {
  const row = weighFeatures(scorer.vocabulary, features);
  const all = score(scorer, row);
  const scores = all.subarray(0, intents.length);
  let best = 0;
  scores.forEach((each, place) => {
    if (each > (scores[best] as number)) best = place;
  });
  const none = all.length > intents.length ? (all[intents.length] as number) : -1;
  return { scores, best, scope: [1, scores[best] ?? -1, row.known, none] };
}
