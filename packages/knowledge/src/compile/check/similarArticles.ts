import { plainText } from '@handrail/content';
import { groupBy } from '../groupBy.js';
import type { CheckedArticle } from './checkedArticle.js';
import type { Finding } from './finding.js';
import { findTwins, hash32 } from './minHash.js';

/** Words in a row (characters of scripts without spaces) that make one shingle. */
const SHINGLE = 5;
/** Fewer shingles say nothing: two short notices are alike by chance. */
const LEAST = 10;

/** Articles whose text is alike to that of an earlier one of their language, by `share` of the shingles or more. */
export function similarArticles(articles: readonly CheckedArticle[], share: number): Finding[] {
  return [...groupBy(articles, ({ locale }) => locale).values()].flatMap(group => {
    const sets = group.map(({ tree }) => shingles(plainText(tree)));
    const telling = sets.map(set => (set.size < LEAST ? new Set<number>() : set));
    return findTwins(telling, share).flatMap(({ place, earlier, alike }): Finding[] => {
      const [own, other] = [group[place], group[earlier]];
      if (!own || !other) return [];
      const message = `near-identical: ${Math.floor(alike * 100)} % of the text is also in ${other.where}`;
      return [{ check: 'similar', severity: 'warning', where: own.where, line: 1, message }];
    });
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
