import type { ExpandedTerm } from './expand.js';

/** How strongly each section of an article answers; index 0 is the part before the first heading. */
export type SectionScores = ReadonlyMap<number, readonly number[]>;

/** A word in a heading says more than one in the text below it. */
const IN_HEADING = 1.5;
const IN_TITLE = 1;

/** Scores the sections of a few articles: the idf of query terms in their text, more for terms in their headings. */
export function scoreSections(
  terms: readonly ExpandedTerm[],
  wanted: ReadonlySet<number>,
  articles: number,
): SectionScores {
  const scores = new Map<number, number[]>([...wanted].map(article => [article, []]));
  terms.forEach(({ variants }) => {
    const best = new Map<string, number>();
    for (const { found, factor } of variants) {
      const value = factor * Math.log(1 + articles / (found.count + 0.5));
      const take = (article: number, section: number, strength: number) => {
        const list = scores.get(article);
        if (!list) return;
        const key = `${article}/${section}`;
        const gain = strength * value - (best.get(key) ?? 0);
        if (gain <= 0) return;
        best.set(key, strength * value);
        list[section] = (list[section] ?? 0) + gain;
      };
      found.visit({
        phrase(article, phrase) {
          if (phrase === 0) take(article, 0, IN_TITLE);
          else if (phrase % 2 === 1) take(article, (phrase + 1) / 2, IN_HEADING);
        },
        article(article, _step, sections) {
          if (!wanted.has(article)) return;
          for (let section = 0; sections >> section !== 0 && section < 31; section++) {
            if ((sections >> section) & 1) take(article, section, 1);
          }
        },
      });
    }
  });
  return scores;
}

/** Sections to offer, best first: those at least half as good as the best, and better than the start of the article. */
export function chooseSections(scores: readonly number[] | undefined, most: number): number[] {
  const start = scores?.[0] ?? 0;
  return (scores ?? [])
    .map((score, section) => ({ section, score: score ?? 0 }))
    .filter(({ section, score }) => section > 0 && score > start)
    .sort((a, b) => b.score - a.score || a.section - b.section)
    .filter(({ score }, _place, all) => score >= (all[0]?.score ?? 0) / 2)
    .slice(0, most)
    .map(({ section }) => section);
}
