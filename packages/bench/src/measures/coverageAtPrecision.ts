import type { Judged } from './judged.js';

/** A message and whether it should be answered at all. */
export interface JudgedMessage extends Judged {
  readonly inScope: boolean;
}

/**
 * The greatest share of messages in scope that can be answered, 0 to 1, by some threshold on the probability, while at least
 * `precision` of the answers given are right. Answers to messages out of scope are wrong. Equal probabilities are answered
 * together. 0 when no threshold does it, NaN without messages in scope. The threshold is chosen with the answers known: an
 * upper bound of what a fixed one reaches.
 */
export function coverageAtPrecision(messages: readonly JudgedMessage[], precision: number): number {
  const sorted = [...messages].sort((a, b) => b.probability - a.probability);
  const all = sorted.filter(({ inScope }) => inScope).length;
  let right = 0;
  let answered = 0;
  let most = 0;
  sorted.forEach((message, at) => {
    if (message.right) right++;
    if (message.inScope) answered++;
    const isLast = sorted[at + 1]?.probability !== message.probability;
    if (isLast && right >= precision * (at + 1)) most = answered;
  });
  return most / all;
}
