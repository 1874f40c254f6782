import { KINDS, type Kind, LONGEST_MESSAGE } from './features.js';
import { weigh } from './fitIntents.js';
import type { IntentModel } from './intentModel.js';
import { inScope, shares } from './probabilities.js';
import { weighFeatures } from './vocabulary.js';

/** A part of the message; UTF-16 offsets. */
export interface MessageSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What one feature did for an intent. */
export interface Contribution extends MessageSpan {
  readonly kind: Kind;
  /** Added to the score; below 0 it spoke against the intent. */
  readonly amount: number;
  /** 0..1: of everything that spoke for or against. */
  readonly share: number;
}

/** One reason for a message being in scope or not. */
export interface ScopeReason {
  readonly name: 'start' | 'best score' | 'known' | 'score of none';
  readonly value: number;
  /** Added to the log odds of being in scope. */
  readonly amount: number;
}

/** Why a message got its probability for an intent. */
export interface Explanation {
  readonly intent: string;
  readonly probability: number;
  /** `start`, the amounts of `contributions` and `rest` together. */
  readonly score: number;
  /** What the intent starts from, whatever the message. */
  readonly start: number;
  /** Largest first. */
  readonly contributions: readonly Contribution[];
  /** Amount of all contributions that are not listed. */
  readonly rest: number;
  /** Words training never saw. */
  readonly unseen: readonly MessageSpan[];
  /** Chance of being in scope, and what it is made of: the logistic function of the sum of the amounts. */
  readonly scope: { readonly chance: number; readonly reasons: readonly ScopeReason[] };
}

const SCOPE_NAMES = ['start', 'best score', 'known', 'score of none'] as const;

/**
 * Says which words, concepts, pairs and pieces of words spoke for and against an intent (the best one when none is given).
 * Nothing is estimated: the model is a sum. Throws a `RangeError` when the model does not know the intent.
 */
export function explain(
  model: IntentModel,
  text: string,
  intent?: string,
  { limit = 20 }: { readonly limit?: number } = {},
): Explanation {
  const features = model.featurize(text);
  const evidence = weigh(model, features);
  const place = intent === undefined ? evidence.best : model.intents.indexOf(intent);
  if (place < 0) throw new RangeError(`explain: intent: expected one of the model's, got ${JSON.stringify(intent)}`);
  const { spans, unseen } = locate(model, text);
  const row = weighFeatures(model.scorer.vocabulary, features);
  const all = contributionsOf(model, row, place, spans);
  const listed = all.slice(0, limit);
  const chance = inScope(model.calibration, evidence);
  const start = model.scorer.bias[place] ?? 0;
  const score = evidence.scores[place] ?? 0;
  return {
    intent: model.intents[place] ?? '',
    probability: chance * (shares(evidence.scores, model.calibration.sharpness)[place] ?? 0),
    score,
    start,
    contributions: listed,
    rest: listed.reduce((left, { amount }) => left - amount, score - start),
    unseen,
    scope: {
      chance,
      reasons: SCOPE_NAMES.map((name, at) => {
        const value = evidence.scope[at] ?? 0;
        return { name, value, amount: value * (model.calibration.scope[at] ?? 0) };
      }),
    },
  };
}

interface Located extends MessageSpan {
  readonly kind: Kind;
}

/** Where each known feature stands first, by its place in the vocabulary; and the words that are not known. */
function locate(model: IntentModel, text: string): { spans: Map<number, Located>; unseen: MessageSpan[] } {
  const spans = new Map<number, Located>();
  const unseen: MessageSpan[] = [];
  const { places } = model.scorer.vocabulary;
  model.visitFeatures(text, (bucket, number, start, end) => {
    const kind = KINDS[number] as Kind;
    const place = places[bucket] as number;
    const span = { text: text.slice(start, end), start, end };
    if (place >= 0 && !spans.has(place)) spans.set(place, { ...span, kind });
    if (place < 0 && kind === 'word') unseen.push(span);
  });
  if (text.length > LONGEST_MESSAGE) {
    unseen.push({ text: text.slice(LONGEST_MESSAGE), start: LONGEST_MESSAGE, end: text.length });
  }
  return { spans, unseen };
}

function contributionsOf(
  { scorer: { starts, owners, weights, scale } }: IntentModel,
  row: { readonly places: Int32Array; readonly values: Float32Array },
  own: number,
  spans: ReadonlyMap<number, Located>,
): Contribution[] {
  const found: Contribution[] = [];
  row.places.forEach((place, at) => {
    const from = starts[place] as number;
    const each = owners.subarray(from, starts[place + 1]).indexOf(own);
    const span = spans.get(place);
    if (each < 0 || !span) return;
    found.push({ ...span, amount: (row.values[at] as number) * scale * (weights[from + each] as number), share: 0 });
  });
  const whole = found.reduce((sum, { amount }) => sum + Math.abs(amount), 0) || 1;
  return found
    .map(each => ({ ...each, share: Math.abs(each.amount) / whole }))
    .sort((a, b) => b.share - a.share || a.start - b.start);
}
