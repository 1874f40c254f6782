import { WEIGHTS } from '../../files/postings.js';
import { idfOf } from '../../search/idf.js';
import type { TermPostings } from './collectPostings.js';
import type { ArticleTerms } from './collectTerms.js';

const RELATED = 3;
/** A word of so many articles says nothing of which are alike. */
const COMMON = { least: 20, share: 0.2, most: 500 };

/** The nearest articles of each article by the words of its title, nearest first, as places in the order of articles. */
export function relatedArticles(collected: readonly ArticleTerms[], postings: TermPostings): number[][] {
  const scores = new Float64Array(collected.length);
  const most = Math.min(COMMON.most, Math.max(COMMON.least, collected.length * COMMON.share));
  return collected.map(({ phrases }, index) => {
    const touched = new Set<number>();
    for (const id of phrases.get(0) ?? []) {
      const count = postings.counts[id] as number;
      if (count > most) continue;
      const idf = idfOf(count, collected.length);
      const start = postings.starts[id] as number;
      for (let at = start; at < start + count; at++) {
        const article = postings.articles[at] as number;
        if (article === index) continue;
        const weight = WEIGHTS[postings.steps[at] as number] as number;
        scores[article]! += idf * (weight / (weight + 3)) * (postings.phrases.has(at) ? 2 : 1);
        touched.add(article);
      }
    }
    const nearest = [...touched].sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, RELATED);
    for (const article of touched) scores[article] = 0;
    return nearest;
  });
}
