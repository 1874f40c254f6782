import { plainText } from '@handrail/content';
import { groupBy } from '../groupBy.js';
import type { CheckedArticle } from './checkedArticle.js';
import type { Finding } from './finding.js';
import { candidatePairs, hash32, jaccard } from './minHash.js';

/** Words in a row (characters of scripts without spaces) that make one shingle. */
const SHINGLE = 5;
/** Fewer shingles say nothing: two short notices are alike by chance. */
const LEAST = 10;

/** Pairs of articles of a language whose texts are alike by `share` or more: the share of shingles both have. */
export function similarArticles(articles: readonly CheckedArticle[], share: number): Finding[] {
  return [...groupBy(articles, ({ locale }) => locale).values()].flatMap(group => {
    const sets = group.map(({ tree }) => shingles(plainText(tree)));
    return candidatePairs(sets.map(set => (set.size < LEAST ? new Set<number>() : set))).flatMap(
      ([a, b]): Finding[] => {
        const alike = jaccard(sets[a] ?? new Set(), sets[b] ?? new Set());
        const [one, other] = [group[a], group[b]];
        if (alike < share || !one || !other) return [];
        const percent = Math.floor(alike * 100);
        const message = `near-identical: ${percent} % of the text is also in ${one.where}`;
        return [{ check: 'similar', severity: 'warning', where: other.where, line: 1, message }];
      },
    );
  });
}

function shingles(text: string): Set<number> {
  const tokens =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const found = new Set<number>();
  for (let at = 0; at + SHINGLE <= tokens.length; at++) found.add(hash32(tokens.slice(at, at + SHINGLE).join(' ')));
  return found;
}
