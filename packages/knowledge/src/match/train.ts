import { calibrateIntents } from './calibrateIntents.js';
import { createFeaturize } from './features.js';
import { fitIntents, intentsOf } from './fitIntents.js';
import { createModel, type IntentModel } from './intentModel.js';

/** A message and what it means; `null` for one that means none of the intents. */
export interface Sample {
  readonly text: string;
  readonly intent: string | null;
}

/** How a model is trained. */
export interface TrainOptions {
  /** Most features that are kept, the commonest first; fewer make a smaller, less exact model. Default 40,000. */
  readonly size?: number;
}

/** A model with more intents than this takes minutes and hundreds of megabytes to train. */
const MOST_INTENTS = 1000;

/**
 * Trains an intent model: one linear support vector machine an intent, on words, concepts, pairs and pieces of words. What is out of
 * scope is learned from samples with `intent: null` and by hiding some intents from other models and looking at how they
 * misjudge them; what a score is worth, from samples those models have not seen. The same samples in the same order give
 * the same model. Throws a `TypeError` that names the sample when one is not as expected, and when none has an intent.
 */
export function train(samples: readonly Sample[], options: TrainOptions = {}): IntentModel {
  checkSamples(samples);
  const size = options.size ?? 40_000;
  if (!Number.isInteger(size) || size < 1) {
    throw new TypeError(`train: options.size: expected a whole number above 0, got ${show(size)}`);
  }
  const featurize = createFeaturize();
  const prepared = samples.map(({ text, intent }) => ({ features: featurize(text), intent }));
  const { intents, scorer } = fitIntents(prepared, size);
  const counts = new Map<string, number>();
  for (const { intent } of samples) if (intent !== null) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  return createModel({
    intents,
    counts: intents.map(intent => counts.get(intent) ?? 0),
    scorer,
    calibration: calibrateIntents(prepared, size),
  });
}

function checkSamples(samples: readonly Sample[]): void {
  if (!Array.isArray(samples)) throw new TypeError(`train: samples: expected a list, got ${show(samples)}`);
  samples.forEach((sample: unknown, place) => {
    const at = `train: samples[${place}]`;
    if (typeof sample !== 'object' || sample === null)
      throw new TypeError(`${at}: expected { text, intent }, got ${show(sample)}`);
    const { text, intent } = sample as Record<string, unknown>;
    if (typeof text !== 'string') throw new TypeError(`${at}.text: expected a text, got ${show(text)}`);
    if (intent !== null && (typeof intent !== 'string' || intent === '')) {
      throw new TypeError(`${at}.intent: expected a name or null, got ${show(intent)}`);
    }
  });
  const intents = intentsOf(samples).length;
  if (intents === 0) throw new TypeError('train: samples: expected some with an intent, got none');
  if (intents > MOST_INTENTS) {
    throw new TypeError(`train: samples: expected at most ${MOST_INTENTS} intents, got ${intents}`);
  }
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : (JSON.stringify(value)?.slice(0, 60) ?? typeof value);
}
