import { createFeaturize, type Features } from './features.js';
import type { IntentModel } from './intentModel.js';
import { scoreRow, toProbabilities } from './softmax.js';

/** An intent and how probable it is; `null` stands for "none of them". */
export interface Classification {
  readonly intent: string | null;
  /** 0..1; all entries of one answer add up to 1. */
  readonly probability: number;
}

/** What speaks for a message being in scope. */
export interface Evidence {
  readonly probabilities: Float32Array;
  /** Intercept 1, best probability, lead over the second, share of the message that was ever seen in training. */
  readonly features: readonly number[];
}

/**
 * The intents of a message, most probable first. The probability of `null` competes with them; a message out of scope has it
 * first.
 */
export function classify(model: IntentModel, text: string): Classification[] {
  const { probabilities, features } = weigh(model, createFeaturize(model.size)(text));
  const logit = features.reduce((sum, value, place) => sum + value * (model.scope[place] ?? 0), 0);
  const inScope = 1 / (1 + Math.exp(-logit));
  const total = model.intents.reduce((sum, _, place) => sum + (probabilities[place] ?? 0), 0) || 1;
  const answers: Classification[] = model.intents.map((intent, place) => ({
    intent,
    probability: (inScope * (probabilities[place] ?? 0)) / total,
  }));
  answers.push({ intent: null, probability: 1 - inScope });
  answers.sort((a, b) => b.probability - a.probability);
  if (inScope >= 0.5) return answers;
  // The intents may share what is left of a message that is more likely out of scope than in.
  return [...answers.filter(each => each.intent === null), ...answers.filter(each => each.intent !== null)];
}

/** Probabilities of the classes and the evidence for being in scope. */
export function weigh(model: Omit<IntentModel, 'scope' | 'toJSON' | 'version'>, given: Features): Evidence {
  const { values, known } = weighFeatures(model.idf, given);
  const classes = model.intents.length + (model.hasOutOfScope ? 1 : 0);
  const probabilities = new Float32Array(classes);
  const scaled = values.map(value => value * model.scale * model.temperature);
  const bias = model.bias.map(value => value * model.temperature);
  scoreRow({ buckets: given.buckets, values: scaled }, { classes, weights: model.weights, bias }, probabilities);
  toProbabilities(probabilities);
  let best = 0;
  let second = 0;
  probabilities.forEach((probability, place) => {
    if (place >= model.intents.length) return;
    if (probability > best) {
      second = best;
      best = probability;
    } else if (probability > second) second = probability;
  });
  const none = model.hasOutOfScope ? (probabilities[classes - 1] ?? 0) : 0;
  return { probabilities, features: [1, logit(best), best - second, known, none] };
}

function logit(probability: number): number {
  return Math.log((probability + 0.001) / (1.001 - probability));
}

/** Features times idf, scaled to length 1; and the share of them that training has seen. */
export function weighFeatures(idf: Uint8Array, { buckets, counts }: Features): { values: Float32Array; known: number } {
  const values = new Float32Array(buckets.length);
  let squares = 0;
  let seen = 0;
  let all = 0;
  buckets.forEach((bucket, at) => {
    const count = counts[at] ?? 0;
    const weight = idf[bucket] ?? 0;
    const value = Math.sqrt(count) * (weight / 16);
    values[at] = value;
    squares += value * value;
    all += count;
    if (weight > 0) seen += count;
  });
  const length = Math.sqrt(squares) || 1;
  return { values: values.map(value => value / length), known: all === 0 ? 0 : seen / all };
}
