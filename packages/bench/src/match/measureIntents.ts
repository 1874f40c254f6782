import type { BenchRow } from '../benchResult.js';
import type { JudgedSet } from '../calibrationTable.js';
import { auroc } from '../measures/auroc.js';
import { calibrationError } from '../measures/calibrationError.js';
import { coverageAtPrecision } from '../measures/coverageAtPrecision.js';
import { median, percentile, round } from '../statistics.js';
import { type IntentAnswer, type IntentEngine, TookTooLong, type TrainedIntents } from './intentEngine.js';
import type { IntentFold, IntentSet } from './intentSets.js';

/** Training that takes longer is given up, ms. */
const LIMIT = 120_000;
const PRECISION = 0.95;

/** A message, what it means, and what an engine made of it. */
export interface JudgedIntent extends IntentAnswer {
  /** `null` when it is out of scope. */
  readonly intent: string | null;
  readonly ms: number;
}

/** An engine on a set. */
export interface MeasuredIntents {
  readonly row: BenchRow;
  readonly judged: JudgedSet;
}

/** Trains and asks an engine, fold by fold; a sentence when it takes too long. */
export async function measureIntents(engine: IntentEngine, set: IntentSet): Promise<MeasuredIntents | string> {
  const answers: JudgedIntent[] = [];
  const trainMs: number[] = [];
  let bytes = 0;
  for (const fold of set.folds) {
    const from = performance.now();
    let trained: TrainedIntents;
    try {
      trained = await engine.train(fold.train, LIMIT);
    } catch (error) {
      if (error instanceof TookTooLong) return `${set.name}: ${error.message}.`;
      throw error;
    }
    trainMs.push(performance.now() - from);
    bytes = Math.max(bytes, trained.bytes);
    answers.push(...(await ask(trained, fold)));
  }
  const row = {
    table: 'intents',
    set: set.name,
    engine: engine.name,
    intents: new Set(set.folds.flatMap(({ test }) => test.map(({ intent }) => intent))).size,
    learned: set.folds[0]?.train.length ?? 0,
    asked: answers.length,
    ...intentMeasures(answers),
    'train ms': Math.round(median(trainMs)),
    ...timesOf(answers),
    'gzip kB': Math.round(bytes / 1024),
  };
  return { row, judged: { name: set.name, answers: answers.map(judge) } };
}

/**
 * Accuracy: the most probable intent, of messages in scope (%). In scope right: answered with their intent, out of scope
 * right: answered with none (%). AUROC of messages in scope before those out of it. ECE of the most probable intent's
 * probability, over the messages in scope and over all. Answered: messages in scope (%) while 95 % of answers are right.
 */
export function intentMeasures(answers: readonly JudgedIntent[]): BenchRow {
  const inside = answers.filter(({ intent }) => intent !== null);
  const outside = answers.filter(({ intent }) => intent === null);
  const scores = (list: readonly JudgedIntent[]) => list.map(({ inScope }) => inScope);
  const right = (list: readonly JudgedIntent[]) => list.filter(({ first, intent }) => first === intent).length;
  const messages = answers.map(answer => ({ ...judge(answer), inScope: answer.intent !== null }));
  return {
    'accuracy %': percent(inside.filter(({ best, intent }) => best === intent).length, inside.length),
    'in scope right %': percent(right(inside), inside.length),
    'out of scope right %': percent(right(outside), outside.length),
    AUROC: outside.length === 0 ? '-' : round(auroc(scores(inside), scores(outside)), 3),
    'ECE in scope': round(calibrationError(inside.map(judge)), 3),
    'ECE all': round(calibrationError(answers.map(judge)), 3),
    'answered at 95 %': round(100 * coverageAtPrecision(messages, PRECISION)),
  };
}

async function ask(trained: TrainedIntents, { test }: IntentFold): Promise<JudgedIntent[]> {
  // Warms the compiler up, so that the first messages are not slower than the rest.
  for (const { text } of test.slice(0, 20)) await trained.classify(text);
  const answers: JudgedIntent[] = [];
  for (const { text, intent } of test) {
    const from = performance.now();
    const answer = await trained.classify(text);
    answers.push({ ...answer, intent, ms: performance.now() - from });
  }
  return answers;
}

function judge({ best, intent, probability }: JudgedIntent) {
  return { probability, right: intent !== null && best === intent };
}

function timesOf(answers: readonly JudgedIntent[]): BenchRow {
  const times = answers.map(({ ms }) => ms);
  return { 'p50 ms': round(percentile(times, 0.5), 3), 'p95 ms': round(percentile(times, 0.95), 3) };
}

function percent(part: number, whole: number): number | string {
  return whole === 0 ? '-' : round((100 * part) / whole);
}
