import type { EvidencePoints } from './calibrate.js';
import { type Candidate, candidateTexts } from './candidateTexts.js';
import { cosine } from './cosine.js';
import { createDeadline } from './deadline.js';
import type { EncoderExplanation, EncoderOptions } from './encoder.js';
import { createTextEncoder } from './encodeTexts.js';

/** What an encoder adds to the candidates of a message. */
export interface Reranking {
  /** One a candidate, in their order; empty when the encoder was left out or there is nothing to choose from. */
  readonly points: readonly EvidencePoints[];
  readonly encoder: EncoderExplanation;
}

/** Compares a message with the texts of each candidate; never rejects. */
export type Rerank = (message: string, candidates: readonly Candidate[]) => Promise<Reranking>;

/** Half the default scale of `MultipleNegativesRankingLoss`, sentence-transformers: words have already said part of it. */
const WEIGHT = 10;
const MOST_WEIGHT = 100;
const TIMEOUT = 1000;
const KEPT_TEXTS = 5000;

/**
 * Reranks by the nearest text of each candidate. Similarities are taken from their mean over the candidates, since what "alike" is
 * differs from model to model and from message to message. So an encoder moves candidates against each other; the one it lifts gains
 * on "none of them", too.
 * Throws when `weight`, `timeout` or `keptTexts` is not in its range.
 */
export function createRerank(options: EncoderOptions & Required<Pick<EncoderOptions, 'encoder'>>): Rerank {
  const { encoder, wait, weight = WEIGHT, timeout = TIMEOUT, keptTexts = KEPT_TEXTS } = options;
  within('weight', weight, 0, MOST_WEIGHT);
  within('timeout', timeout, 1, Number.MAX_SAFE_INTEGER);
  within('keptTexts', keptTexts, 0, Number.MAX_SAFE_INTEGER);
  const texts = createTextEncoder(encoder, keptTexts);
  const inTime = createDeadline(timeout, wait);
  let told = false;

  async function similarities(message: string, candidates: readonly Candidate[]): Promise<number[]> {
    const vectors = await texts.encode(message, candidates.map(candidateTexts));
    return vectors.lists.map(list => Math.max(-1, ...list.map(each => cosine(vectors.message, each))));
  }

  function tell(problem: string): void {
    if (told) return;
    told = true;
    try {
      options.onProblem?.(problem);
    } catch {
      // A listener that fails must not take the words' answer with it.
    }
  }

  return async (message, candidates) => {
    if (candidates.length < 2) return { points: [], encoder: { name: encoder.name } };
    try {
      const found = await inTime(() => similarities(message, candidates));
      told = false;
      return { points: pointsOf(found, weight), encoder: { name: encoder.name } };
    } catch (error) {
      const problem = `encoder ${encoder.name}: ${error instanceof Error ? error.message : String(error)}`;
      tell(problem);
      return { points: [], encoder: { name: encoder.name, problem } };
    }
  };
}

function pointsOf(similarities: readonly number[], weight: number): EvidencePoints[] {
  const mean = similarities.reduce((sum, each) => sum + each, 0) / Math.max(1, similarities.length);
  return similarities.map(each => ({ name: 'similarity', value: each - mean, points: weight * (each - mean) }));
}

function within(name: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most))
    throw new RangeError(`loadKnowledge: ${name}: expected a number from ${least} to ${most}, got ${value}`);
}
