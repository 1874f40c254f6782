import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WEIGHTS } from '../files/postings.js';
import type { ExpandedTerm } from './expand.js';
import { idfOf } from './idf.js';
import { rank } from './rank.js';

const ARTICLES = 12;
const SATURATION = 2.5;

interface Stands {
  readonly article: number;
  readonly step: number;
}

const postings = fc.uniqueArray(fc.record({ article: fc.nat(ARTICLES - 1), step: fc.nat(WEIGHTS.length - 1) }), {
  selector: each => each.article,
  minLength: 1,
  maxLength: ARTICLES,
});

function termOf(name: string, list: readonly Stands[]): ExpandedTerm {
  return {
    query: { term: name, start: 0, end: name.length, kind: 'word', together: [], unfinished: false },
    variants: [
      {
        found: {
          term: name,
          count: list.length,
          visit({ article }) {
            for (const each of list) article?.(each.article, each.step, 1);
          },
        },
        factor: 1,
        kind: 'same',
      },
    ],
  };
}

/** BM25F as it is written down, article by article. */
function naiveScore(article: number, terms: readonly (readonly Stands[])[]): number {
  return terms.reduce((sum, list) => {
    const weight = WEIGHTS[list.find(each => each.article === article)?.step ?? -1] ?? 0;
    return sum + (idfOf(list.length, ARTICLES) * weight) / (SATURATION + weight);
  }, 0);
}

test('scores are those of BM25F, best first, equal ones in the order of articles', () => {
  fc.assert(
    fc.property(
      fc.array(postings, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: ARTICLES }),
      (lists, limit) => {
        const { ranked } = rank(
          lists.map((list, n) => termOf(`t${n}`, list)),
          ARTICLES,
          limit,
        );
        const expected = Array.from({ length: ARTICLES }, (_, article) => ({
          article,
          score: naiveScore(article, lists),
        }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.article - b.article)
          .slice(0, limit);
        expect(ranked.map(({ score }) => score.toFixed(9))).toEqual(expected.map(({ score }) => score.toFixed(9)));
        for (const { article, score, coverage } of ranked) {
          expect(score).toBeCloseTo(naiveScore(article, lists), 9);
          expect(coverage).toBeGreaterThan(0);
          expect(coverage).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});
