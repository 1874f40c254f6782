import type { CandidateEvidence, MessageEvidence } from './evidence.js';

/** A piece of evidence and what it weighs in the logit. */
interface Weight<Given> {
  readonly name: string;
  readonly weight: number;
  readonly of: (given: Given) => number;
}

/** What one piece of evidence added to the logit of a candidate, or of "none of them". */
export interface EvidencePoints {
  /** `coverage × likeness` is both at once, more than the sum of each. */
  readonly name: string;
  readonly value: number;
  readonly points: number;
}

type Both = CandidateEvidence & MessageEvidence;

const FOR: readonly Weight<Both>[] = [
  { name: 'coverage', weight: 2.46, of: ({ coverage }) => coverage },
  { name: 'coverage²', weight: 3.07, of: ({ coverage }) => coverage ** 2 },
  { name: 'coverage × likeness', weight: -4.7, of: ({ coverage, alike }) => coverage * alike },
  { name: 'coverage × face', weight: -4.8, of: ({ coverage, face }) => coverage * face },
  { name: 'coverage × brevity', weight: -0.6, of: ({ coverage, brevity }) => coverage * brevity },
  { name: 'strength', weight: 1.43, of: ({ strength }) => strength },
  { name: 'confidence', weight: 0.51, of: ({ confidence }) => Math.log((confidence + 0.01) / (1.01 - confidence)) },
  { name: 'confidence²', weight: -0.12, of: ({ confidence }) => confidence ** 2 },
  { name: 'likeness', weight: 1.5, of: ({ alike }) => alike },
  { name: 'likeness²', weight: 2.13, of: ({ alike }) => alike ** 2 },
  { name: 'share of the message', weight: -3.52, of: ({ ofMessage }) => ofMessage },
  { name: 'share of the utterance', weight: 3.14, of: ({ ofUtterance }) => ofUtterance },
  { name: 'face', weight: 4.02, of: ({ face }) => face },
  { name: 'face²', weight: 3.3, of: ({ face }) => face ** 2 },
  { name: 'title', weight: 1.71, of: ({ title }) => title },
];
const FOR_NONE: readonly Weight<MessageEvidence>[] = [
  { name: 'always', weight: 3.89, of: () => 1 },
  { name: 'unknown words', weight: -0.28, of: ({ unknown }) => unknown },
  { name: 'unknown words²', weight: -0.22, of: ({ unknown }) => unknown ** 2 },
  { name: 'guessed words', weight: -1.63, of: ({ guessed }) => guessed },
  { name: 'brevity', weight: 2.06, of: ({ brevity }) => brevity },
  { name: 'how much was asked', weight: -0.21, of: ({ asked }) => asked },
];

/**
 * Chances of candidates, in their order; what is missing to 1 is the chance that none of them is right. A conditional logit
 * (D. McFadden, "Conditional logit analysis of qualitative choice behavior", 1974) with "none" as one more choice. Its weights
 * are those of highest likelihood on public help centres in seven languages, two intent data sets read as articles, and one half of the
 * questions to the example shop, which count threefold; messages without a right article, which count one and a half times, are among all
 * of them.
 *
 * `also` is one more piece of evidence for each candidate, weighed by whoever gives it.
 */
export function probabilities(
  candidates: readonly CandidateEvidence[],
  message: MessageEvidence,
  also: readonly EvidencePoints[] = [],
): number[] {
  const none = Math.exp(sum(weighNone(message)));
  const odds = candidates.map((candidate, place) =>
    Math.exp(sum(weighCandidate(candidate, message)) + (also[place]?.points ?? 0)),
  );
  const all = odds.reduce((total, each) => total + each, none);
  return odds.map(each => each / all);
}

/** What speaks for and against a candidate; the sum is its logit. */
export function weighCandidate(candidate: CandidateEvidence, message: MessageEvidence): EvidencePoints[] {
  return pointsOf(FOR, { ...candidate, ...message });
}

/** What speaks for and against "none of them"; the sum is its logit. */
export function weighNone(message: MessageEvidence): EvidencePoints[] {
  return pointsOf(FOR_NONE, message);
}

function pointsOf<Given>(weights: readonly Weight<Given>[], given: Given): EvidencePoints[] {
  return weights.map(({ name, weight, of }) => {
    const value = of(given);
    return { name, value, points: weight * value };
  });
}

function sum(points: readonly EvidencePoints[]): number {
  return points.reduce((total, each) => total + each.points, 0);
}
