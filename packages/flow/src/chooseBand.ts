import type { Candidate } from './inputs.js';
import type { FlowSettings } from './settings.js';

/** What to do with the matcher's candidates. */
export type Band =
  | { readonly band: 'answer'; readonly candidate: Candidate }
  | { readonly band: 'didYouMean'; readonly candidates: readonly Candidate[] }
  | { readonly band: 'unknown' };

/** Suggestions shown at most, and the least share of the best one's probability they need. */
const SUGGESTIONS = 3;
const LEAST_SHARE = 0.25;

/**
 * Three bands: answer, "did you mean", unknown. Sections of one article do not compete: the gap is taken to the best
 * candidate of another article, and each article is suggested once.
 */
export function chooseBand(candidates: readonly Candidate[], bands: FlowSettings['bands']): Band {
  const sorted = [...candidates].sort((a, b) => b.probability - a.probability);
  const articles = sorted.filter((one, index) => sorted.findIndex(other => other.id === one.id) === index);
  const [best, second] = articles;
  if (!best || best.probability < bands.didYouMean) return { band: 'unknown' };
  const gap = best.probability - (second?.probability ?? 0);
  if (best.probability >= bands.answer && gap >= bands.gap) return { band: 'answer', candidate: best };
  const near = articles.filter(one => one.probability >= best.probability * LEAST_SHARE);
  return { band: 'didYouMean', candidates: near.slice(0, SUGGESTIONS) };
}
