import { WEIGHTS } from '../../files/postings.js';
import { idfOf } from '../../search/idf.js';
import type { TermPostings } from './collectPostings.js';
import type { ArticleTerms } from './collectTerms.js';

const RELATED = 3;
/** A word of so many articles says nothing of which are alike. */
const COMMON = { least: 20, share: 0.2, most: 500 };
const SATURATED = WEIGHTS.map(weight => weight / (weight + 3));

/** The nearest articles of each article by the words of its title, nearest first, as places in the order of articles. */
export function relatedArticles(collected: readonly ArticleTerms[], postings: TermPostings): number[][] {
  const scores = new Float64Array(collected.length);
  const touched = new Int32Array(collected.length);
  const most = Math.min(COMMON.most, Math.max(COMMON.least, collected.length * COMMON.share));
  return collected.map(({ phrases }, index) => {
    let size = 0;
    for (const id of phrases.get(0) ?? []) {
      const count = postings.counts[id] as number;
      if (count > most) continue;
      const idf = idfOf(count, collected.length);
      const start = postings.starts[id] as number;
      for (let at = start; at < start + count; at++) {
        const article = postings.articles[at] as number;
        if (article === index) continue;
        if (scores[article] === 0) touched[size++] = article;
        scores[article]! += idf * (SATURATED[postings.steps[at] as number] as number) * (postings.phrases[at] ? 2 : 1);
      }
    }
    const found = touched.subarray(0, size);
    const nearest = best(found, scores);
    for (const article of found) scores[article] = 0;
    return nearest;
  });
}

/** The few with the highest scores, highest first, earlier places first among equals. */
function best(articles: Int32Array, scores: Float64Array): number[] {
  const kept: number[] = [];
  const compare = (a: number, b: number) => scores[a]! - scores[b]! || b - a;
  for (const article of articles) {
    if (kept.length === RELATED && compare(article, kept[RELATED - 1] as number) < 0) continue;
    const at = kept.findIndex(other => compare(article, other) > 0);
    kept.splice(at < 0 ? kept.length : at, 0, article);
    kept.length = Math.min(kept.length, RELATED);
  }
  return kept;
}
