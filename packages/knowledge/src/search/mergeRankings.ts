import type { Ranked, Ranking } from './rank.js';

/** An article and the wording that found it, 0 = the customer's own. */
export interface RankedByWording extends Ranked {
  readonly wording: number;
}

/** What another wording's answer is worth beside the same answer to the customer's own words. */
const OTHER_WORDING = 0.95;

/**
 * One ranking out of those of several wordings, the customer's own first: an article counts with the wording that suits it best. Scores are
 * put on the scale of the first.
 */
export function mergeRankings(
  rankings: readonly Ranking[],
  limit: number,
): { readonly ranked: readonly RankedByWording[]; readonly asked: number } {
  const asked = rankings[0]?.asked ?? 0;
  const best = new Map<number, RankedByWording>();
  rankings.forEach((ranking, wording) => {
    const scale = wording === 0 ? 1 : (asked / (ranking.asked || 1)) * OTHER_WORDING;
    for (const each of ranking.ranked) {
      const score = each.score * scale;
      if (score > (best.get(each.article)?.score ?? 0)) best.set(each.article, { ...each, score, wording });
    }
  });
  const ranked = [...best.values()].sort((a, b) => b.score - a.score || a.article - b.article).slice(0, limit);
  return { ranked, asked };
}
