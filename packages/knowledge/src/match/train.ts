import { weigh, weighFeatures } from './classify.js';
import { createFeaturize, type Features } from './features.js';
import { createModel, type IntentModel } from './intentModel.js';
import { fitLogistic, type Observation } from './logistic.js';
import { fitSoftmax, permutation, type Row } from './softmax.js';

/** A message and what it means; `null` for one that means none of the intents. */
export interface Sample {
  readonly text: string;
  readonly intent: string | null;
}

/** How a model is trained. */
export interface TrainOptions {
  /** Hash buckets; more are exacter and larger (bytes = buckets x intents). Default 4096. */
  readonly size?: number;
  /** Passes over the samples. Default 8; few samples get more. */
  readonly epochs?: number;
}

type Parts = Omit<IntentModel, 'scope' | 'toJSON' | 'version'>;
interface Prepared {
  readonly features: Features;
  readonly intent: string | null;
}

/** Used when there are too few intents to learn what being out of scope looks like. */
const PLAIN_SCOPE = [-1.2, 0.7, 0.5, 1.5, -3];

/**
 * Trains an intent model: softmax regression on hashed words and word pieces. What is out of scope is learned from samples
 * with `intent: null` and by hiding some intents from a second, smaller model and looking at how it misjudges them.
 * The same samples give the same model. Throws when there are no samples with an intent.
 */
export function train(samples: readonly Sample[], options: TrainOptions = {}): IntentModel {
  const size = options.size ?? 4096;
  const epochs = options.epochs ?? (samples.length < 2000 ? 30 : 8);
  const featurize = createFeaturize(size);
  const prepared = samples.map(({ text, intent }) => ({ features: featurize(text), intent }));
  const parts = fit(prepared, size, epochs);
  if (parts.intents.length === 0) throw new Error('train: expected samples with an intent, got none');
  return createModel({ ...parts, scope: learnScope(prepared, size, Math.ceil(epochs / 3)) });
}

function fit(samples: readonly Prepared[], size: number, epochs: number): Parts {
  const intents = [...new Set(samples.flatMap(sample => sample.intent ?? []))].sort();
  const hasOutOfScope = samples.some(sample => sample.intent === null);
  const places = new Map(intents.map((intent, place) => [intent, place]));
  const idf = idfOf(samples, size);
  const classes = intents.length + (hasOutOfScope ? 1 : 0);
  const rows: Row[] = samples.map(({ features, intent }) => ({
    buckets: features.buckets,
    values: weighFeatures(idf, features).values,
    target: intent === null ? intents.length : (places.get(intent) ?? 0),
  }));
  const { weights, bias } = fitSoftmax(rows, classes, size, epochs);
  const most = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0) || 1;
  const scale = most / 127;
  const packed = Int8Array.from(weights, weight => Math.round(weight / scale));
  return { intents, hasOutOfScope, size, idf, weights: packed, scale, bias, temperature: 1 };
}

function idfOf(samples: readonly Prepared[], size: number): Uint8Array {
  const counts = new Float64Array(size);
  for (const { features } of samples) for (const bucket of features.buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
  const top = Math.log(samples.length + 1);
  return Uint8Array.from(counts, count =>
    count === 0 ? 0 : Math.max(1, Math.round(15 * (Math.log((samples.length + 1) / count) / top))),
  );
}

/** Every fourth intent is hidden, and every fifth sample of the others: the hidden are out of scope, the others in. */
function learnScope(samples: readonly Prepared[], size: number, epochs: number): readonly number[] {
  const intents = [...new Set(samples.flatMap(sample => sample.intent ?? []))].sort();
  if (intents.length < 8) return PLAIN_SCOPE;
  const hidden = new Set(
    permutation(intents.length)
      .slice(0, Math.ceil(intents.length / 4))
      .map(place => intents[place]),
  );
  const held = new Set(permutation(samples.length).slice(0, Math.ceil(samples.length / 5)));
  const shown = samples.filter((sample, place) => !held.has(place) && !hidden.has(sample.intent ?? undefined));
  const model = fit(shown, size, epochs);
  if (model.intents.length === 0) return PLAIN_SCOPE;
  const judged = samples.flatMap((sample, place) => {
    const inScope = sample.intent !== null && !hidden.has(sample.intent);
    if (inScope && !held.has(place)) return [];
    if (sample.intent === null && !held.has(place)) return [];
    return [{ features: weigh(model, sample.features).features, target: inScope }];
  });
  return acceptMost(fitLogistic(judged), judged);
}

/** Moves the border so that this share of messages in scope is taken as such. */
const ACCEPTED = 0.97;

function acceptMost(weights: readonly number[], judged: readonly Observation[]): number[] {
  const logits = judged
    .filter(({ target }) => target)
    .map(({ features }) => features.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0))
    .sort((a, b) => a - b);
  const border = logits[Math.floor(logits.length * (1 - ACCEPTED))] ?? 0;
  return weights.map((weight, place) => (place === 0 ? weight - border : weight));
}
