import type { CandidateEvidence, MessageEvidence } from './evidence.js';

/**
 * Chances of candidates, in their order; what is missing to 1 is the chance that none of them is right. A conditional logit
 * (D. McFadden, "Conditional logit analysis of qualitative choice behavior", 1974) with "none" as one more choice. Its weights
 * are those of highest likelihood on development data, one fifth of it without a right article.
 */
export function probabilities(candidates: readonly CandidateEvidence[], message: MessageEvidence): number[] {
  const none = Math.exp(speaksForNone(message));
  const odds = candidates.map(candidate => Math.exp(speaksFor(candidate)));
  const all = odds.reduce((sum, each) => sum + each, none);
  return odds.map(each => each / all);
}

function speaksFor(candidate: CandidateEvidence): number {
  const { coverage, strength, confidence, alike, ofMessage, ofUtterance, face, said, title } = candidate;
  return (
    coverage * (6.09 + 0.48 * coverage - 4.55 * alike - 5.21 * face) +
    2.72 * strength +
    confidence * (0.62 + 1.31 * confidence) +
    alike * (2.38 + 1.54 * alike) -
    3.11 * ofMessage +
    2.38 * ofUtterance +
    face * (5.25 + 1.88 * face) -
    0.64 * said +
    2.82 * title
  );
}

function speaksForNone({ unknown, brevity, asked }: MessageEvidence): number {
  return 7.59 - 2.33 * unknown + 1.1 * brevity - 2.34 * asked;
}
