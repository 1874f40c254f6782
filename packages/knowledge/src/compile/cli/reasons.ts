import type { MatchExplanation } from '../../match/matchArticles.js';
import type { HitExplanation, WordExplanation } from '../../search/explainHit.js';

/** Pieces of evidence of a match that are shown: the ones that weigh most. */
const MOST_EVIDENCE = 4;

/** A hit's points in a line: `batery~battery 2.1, charge 1.4, title alike 0.83 +3.2`. */
export function hitReasons({ wording, words, byPhrase, scale }: HitExplanation): string {
  const phrase = byPhrase ? [`${byPhrase.kind} alike ${byPhrase.alike.toFixed(2)} +${points(byPhrase.points)}`] : [];
  const reworded = scale === 1 ? [] : [`said as "${wording}", x${scale.toFixed(2)}`];
  return [...words.map(wordReason), ...phrase, ...reworded].join(', ');
}

function wordReason({ term, found, points: own }: WordExplanation): string {
  if (!found) return `${term} -`;
  if (found.as === 'concept') return `${term} (by another name) ${points(own)}`;
  return `${found.term === term ? term : `${term}~${found.term}`} ${points(own)}`;
}

/** A match's evidence in a line, heaviest first, and what stands for "none of them". */
export function matchReasons({ points: own, none }: MatchExplanation): string {
  const heaviest = [...own].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, MOST_EVIDENCE);
  const sum = (list: MatchExplanation['none']) => list.reduce((total, each) => total + each.points, 0);
  const shown = heaviest.map(({ name, points: each }) => `${name} ${signed(each)}`).join(', ');
  return `${signed(sum(own))} against ${signed(sum(none))} for none: ${shown}, …`;
}

function points(value: number): string {
  return value.toFixed(1);
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(1)}`;
}
