import { BUCKETS } from './features.js';
import type { ModelParts } from './intentModel.js';
import { LARGEST_WEIGHT, type Scorer } from './scorer.js';
import { HEAVIEST, openVocabulary, type Vocabulary } from './vocabulary.js';
import { DIGITS, END, MODEL_VERSION, type SavedModel, SKIP } from './writeModel.js';

/** Numbers of evidence a model weighs for the scope. */
const SCOPE = 4;
const NO_DIGIT = -1;

/** Reads what `writeModel` wrote. Throws a `TypeError` that says where, what was expected and what was there. */
export function readModel(saved: unknown): ModelParts {
  const data = check(typeof saved === 'string' ? parse(saved) : saved);
  const digitAt = createDigitAt();
  const vocabulary = readVocabulary(data, digitAt);
  return {
    intents: [...data.intents],
    counts: [...data.counts],
    scorer: readScorer(data, vocabulary, digitAt),
    calibration: { scope: [...data.scope], sharpness: data.sharpness },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError('intent model: expected JSON, got a text that is none', { cause });
  }
}

function check(data: unknown): SavedModel {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) wrong('', 'an object', data);
  const saved = data as { readonly [Key in keyof SavedModel]: unknown };
  if (saved.version !== MODEL_VERSION) wrong('version', `${MODEL_VERSION}`, saved.version);
  const intents = list('intents', saved.intents, isName, 'names');
  if (intents.length === 0) wrong('intents', 'at least one', []);
  if (new Set(intents).size !== intents.length) wrong('intents', 'each name once', intents);
  const counts = list('counts', saved.counts, isCount, 'whole numbers above 0');
  if (counts.length !== intents.length) wrong('counts', `${intents.length} numbers`, counts.length);
  const bias = list('bias', saved.bias, Number.isFinite, 'numbers');
  if (bias.length !== intents.length && bias.length !== intents.length + 1) {
    wrong('bias', `${intents.length} or ${intents.length + 1} numbers`, bias.length);
  }
  const scope = list('scope', saved.scope, Number.isFinite, 'numbers');
  if (scope.length !== SCOPE) wrong('scope', `${SCOPE} numbers`, scope.length);
  for (const name of ['scale', 'sharpness'] as const) {
    const value = saved[name];
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) wrong(name, 'a number above 0', value);
  }
  for (const name of ['buckets', 'rarity', 'weights'] as const) {
    if (typeof saved[name] !== 'string') wrong(name, 'a text', saved[name]);
  }
  return data as SavedModel;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

function list(name: string, value: unknown, fits: (each: unknown) => boolean, of: string): readonly unknown[] {
  if (!Array.isArray(value)) wrong(name, `a list of ${of}`, value);
  const at = (value as readonly unknown[]).findIndex(each => !fits(each));
  if (at >= 0) wrong(`${name}[${at}]`, `one of ${of}`, (value as readonly unknown[])[at]);
  return value as readonly unknown[];
}

function readVocabulary(data: SavedModel, digitAt: DigitAt): Vocabulary {
  const buckets: number[] = [];
  let bucket = -1;
  for (let at = 0; at < data.buckets.length; at++) {
    const digit = digitAt('buckets', data.buckets, at);
    bucket += digit;
    if (digit === SKIP) continue;
    if (bucket >= BUCKETS || bucket <= (buckets[buckets.length - 1] ?? -1)) {
      wrong(`buckets, character ${at}`, `a rising number below ${BUCKETS}`, bucket);
    }
    buckets.push(bucket);
  }
  if (data.buckets.endsWith(DIGITS[SKIP] as string)) wrong('buckets', 'an end', 'a cut text');
  if (data.rarity.length !== buckets.length) wrong('rarity', `${buckets.length} characters`, data.rarity.length);
  const weights = Uint8Array.from(buckets, (_, at) => digitAt('rarity', data.rarity, at));
  const bad = weights.findIndex(weight => weight === 0 || weight > HEAVIEST);
  if (bad >= 0) wrong(`rarity, character ${bad}`, `a digit of 1..${HEAVIEST}`, weights[bad]);
  return openVocabulary(Int32Array.from(buckets), weights);
}

function readScorer({ weights: text, bias, scale }: SavedModel, vocabulary: Vocabulary, digitAt: DigitAt): Scorer {
  const starts = [0];
  const owners: number[] = [];
  const weights: number[] = [];
  let owner = -1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === END) {
      starts.push(owners.length);
      owner = -1;
      continue;
    }
    const digit = digitAt('weights', text, at);
    owner += digit;
    if (digit === SKIP) continue;
    if (digit === 0 && owner < 0) wrong(`weights, character ${at}`, 'a class', owner);
    if (owner >= bias.length) wrong(`weights, character ${at}`, `a class below ${bias.length}`, owner);
    at += 1;
    const weight = digitAt('weights', text, at) - LARGEST_WEIGHT;
    if (weight > LARGEST_WEIGHT) wrong(`weights, character ${at}`, `a weight up to ${LARGEST_WEIGHT}`, weight);
    owners.push(owner);
    weights.push(weight);
  }
  const features = vocabulary.buckets.length;
  if (starts.length !== features + 1) wrong('weights', `${features} features`, starts.length - 1);
  if ((starts[features] as number) !== owners.length) wrong('weights', `an end "${END}"`, 'a cut text');
  return {
    vocabulary,
    classes: bias.length,
    starts: Int32Array.from(starts),
    owners: Uint16Array.from(owners),
    weights: Int8Array.from(weights),
    scale,
    bias: Float32Array.from(bias),
  };
}

/** Reads the digit at a place of a named text. */
type DigitAt = (name: string, text: string, at: number) => number;

/** Half a million digits are read by a table; searching for each would take a tenth of a second. */
function createDigitAt(): DigitAt {
  const digits = new Int8Array(128).fill(NO_DIGIT);
  for (let digit = 0; digit < DIGITS.length; digit++) digits[DIGITS.charCodeAt(digit)] = digit;
  return (name, text, at) => {
    const digit = digits[text.charCodeAt(at)] ?? NO_DIGIT;
    if (digit === NO_DIGIT) wrong(`${name}, character ${at}`, 'a digit', text[at]);
    return digit;
  };
}

function wrong(where: string, expected: string, got: unknown): never {
  const shown = got === undefined ? 'nothing' : (JSON.stringify(got)?.slice(0, 60) ?? typeof got);
  throw new TypeError(`intent model${where === '' ? '' : `: ${where}`}: expected ${expected}, got ${shown}`);
}
