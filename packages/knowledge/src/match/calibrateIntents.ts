import { type Evidence, fitIntents, intentsOf, type Prepared, weigh } from './fitIntents.js';
import { fitLogistic } from './fitLogistic.js';
import { mix } from './hash.js';
import { permutation } from './permutation.js';
import { type Calibration, dot, shares } from './probabilities.js';

/** A message judged by a model that has not seen it. */
interface Judged {
  readonly evidence: Evidence;
  /** `hidden`: its intent was kept from the model; `none`: it has no intent. */
  readonly scope: 'in' | 'hidden' | 'none';
  /** Place of its intent, -1 = out of scope. */
  readonly target: number;
}

/** Of the intents, one in this many is hidden at a time; of the samples, one in this many is held out. */
const PARTS = 4;
const HELD = 8;
/** Samples without an intent are few, and vary more. */
const NONE_HELD = 3;
/** From how many samples on one part is enough. */
const MANY = 3000;
/** Fewer intents than this are too few to hide some of them. */
const FEW_INTENTS = 8;
/** Fewer samples without an intent than this say too little to be a class of their own in the judging. */
const FEW_NONE = 10;
/** Share of messages out of scope that stands for hidden intents when there are real ones too. */
const HIDDEN = 0.25;
/** Share of right answers that are taken as in scope; real samples of "none" are surer ground for refusing than hidden intents. */
const ACCEPTED = { hidden: 0.985, none: 0.974 };
/** Chance that a message is in scope, as far as the learning of the border goes. */
const PRIOR = 0.5;
/** Messages in scope that probabilities are fitted on, at most. */
const MOST_JUDGED = 1500;
/** Scores of few samples may stand apart by chance. */
const SHARPEST = 15;
/** Used when there is nothing to learn from. */
const PLAIN: Calibration = { scope: [-0.5, 2.5, 2, -0.5], sharpness: 3 };

/**
 * Learns what scores mean from models that have not seen an eighth of the samples and a quarter of the intents: the chance that a
 * message is in scope, and how sharply the best score stands out when it is right.
 */
export function calibrateIntents(samples: readonly Prepared[], size: number): Calibration {
  const judged = judge(samples, size);
  const right = judged.filter(({ evidence, target }) => evidence.best === target);
  if (right.length === 0) return PLAIN;
  const hidden = judged.filter(({ scope }) => scope === 'hidden').length;
  const none = judged.filter(({ scope }) => scope === 'none').length;
  const learns = hidden > 0 || none >= FEW_NONE;
  if (!learns) return sharpen(judged, PLAIN.scope);
  const accepted = ACCEPTED[none < FEW_NONE ? 'hidden' : 'none'];
  const rough = moveBorder({ scope: learnScope(judged), sharpness: Infinity }, right, accepted);
  return moveBorder(sharpen(judged, rough.scope), right, accepted);
}

function judge(samples: readonly Prepared[], size: number): Judged[] {
  const intents = intentsOf(samples);
  const hides = intents.length >= FEW_INTENTS;
  const order = permutation(intents.length);
  const hiddenIn = new Map(intents.map((intent, place) => [intent, hides ? (order[place] as number) % PARTS : -1]));
  const heldIn = divide(samples);
  const parts = samples.length >= MANY ? 1 : HELD;
  return Array.from({ length: parts }, (_, part) => {
    const isHidden = ({ intent }: Prepared) => intent !== null && hiddenIn.get(intent) === part % PARTS;
    const model = fitIntents(
      samples.filter((sample, place) => heldIn[place] !== part && !isHidden(sample)),
      size,
    );
    const places = new Map(model.intents.map((intent, place) => [intent, place]));
    return samples.flatMap((sample, place): Judged[] => {
      const hidden = isHidden(sample);
      if (!hidden && heldIn[place] !== part) return [];
      const evidence = weigh(model, sample.features);
      if (hidden) return [{ evidence, scope: 'hidden', target: -1 }];
      if (sample.intent === null) return [{ evidence, scope: 'none', target: -1 }];
      const target = places.get(sample.intent);
      return target === undefined ? [] : [{ evidence, scope: 'in', target }];
    });
  }).flat();
}

/**
 * The part each sample is held out in; each intent is spread over all parts. The same message twice is in one part: seen once, it is no
 * test any more.
 */
function divide(samples: readonly Prepared[]): Int32Array {
  const parts = new Int32Array(samples.length);
  const seen = new Map<string | null, number>();
  const known = new Map<number, number>();
  for (const place of permutation(samples.length)) {
    const { intent, features } = samples[place] as Prepared;
    const key = features.buckets.reduce(mix, features.buckets.length);
    const same = known.get(key);
    const count = seen.get(intent) ?? seen.size;
    const part = same ?? count % (intent === null ? NONE_HELD : HELD);
    parts[place] = part;
    known.set(key, part);
    if (same === undefined) seen.set(intent, count + 1);
  }
  return parts;
}

function learnScope(judged: readonly Judged[]): number[] {
  const count = (scope: Judged['scope']) => judged.filter(each => each.scope === scope).length;
  const ofHidden = count('hidden') === 0 ? 0 : count('none') < FEW_NONE ? 1 : HIDDEN;
  const weights = {
    in: PRIOR / count('in'),
    hidden: ((1 - PRIOR) * ofHidden) / count('hidden'),
    none: ((1 - PRIOR) * (1 - ofHidden)) / count('none'),
  };
  return fitLogistic(
    judged
      .filter(({ scope }) => weights[scope] > 0)
      .map(({ evidence, scope }) => ({
        values: evidence.scope,
        target: scope === 'in',
        weight: weights[scope] * judged.length,
      })),
  );
}

/** Moves the border so that this share of right answers comes before "none". */
function moveBorder({ scope, sharpness }: Calibration, right: readonly Judged[], accepted: number): Calibration {
  const leads = right
    .map(({ evidence }) => {
      const share = sharpness === Infinity ? 1 : (shares(evidence.scores, sharpness)[evidence.best] ?? 1);
      return dot(scope, evidence.scope) + Math.log(share);
    })
    .sort((a, b) => a - b);
  const border = leads[Math.floor(leads.length * (1 - accepted))] ?? 0;
  return { scope: scope.map((weight, place) => (place === 0 ? round(weight - border) : weight)), sharpness };
}

/**
 * How sharply the scores and the border are drawn, so that the probability of the best intent is the likeliest of how often it is
 * right: both at once, because a message that is doubtful for one is doubtful for the other too. Few messages leave room for doubt, as J. Platt,
 * "Probabilistic outputs for support vector machines" (1999) does.
 */
function sharpen(judged: readonly Judged[], scope: readonly number[]): Calibration {
  const all = judged.filter(each => each.target >= 0);
  const every = Math.ceil(all.length / MOST_JUDGED);
  const inside = all.filter((_, place) => place % every === 0);
  const sums = inside.map(({ evidence }) => dot(scope, evidence.scope));
  const right = inside.filter(({ evidence, target }) => evidence.best === target).length;
  const hope = { right: (right + 1) / (right + 2), wrong: 1 / (inside.length - right + 2) };
  let best = PLAIN;
  let least = Infinity;
  for (let sharpness = 0.5; sharpness < SHARPEST; sharpness *= 1.1) {
    const parts = inside.map(({ evidence }) => shares(evidence.scores, sharpness)[evidence.best] ?? 0);
    for (const steepness of [1, 1.25, 1.5, 2, 2.5, 3, 4]) {
      const loss = inside.reduce((sum, { evidence, target }, place) => {
        const chance = (parts[place] as number) / (1 + Math.exp(-steepness * (sums[place] as number)));
        const probability = Math.min(0.999, Math.max(0.001, chance));
        const hoped = evidence.best === target ? hope.right : hope.wrong;
        return sum - hoped * Math.log(probability) - (1 - hoped) * Math.log(1 - probability);
      }, 0);
      if (loss >= least) continue;
      least = loss;
      best = { scope: scope.map(weight => round(weight * steepness)), sharpness: round(sharpness) };
    }
  }
  return best;
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
