import { inlineText, plainText } from '@handrail/content';
import { countWords } from '../countWords.js';
import type { CheckedArticle } from './checkedArticle.js';
import type { Finding } from './finding.js';
import { nodesOf } from './nodesOf.js';

/** Articles without a summary: results show the first words instead. */
export function missingSummaries(articles: readonly CheckedArticle[]): Finding[] {
  return articles
    .filter(({ summary = '' }) => summary.trim() === '')
    .map(({ where }) => ({
      check: 'summary',
      severity: 'warning',
      where,
      line: 1,
      message: 'no summary: expected one or two sentences in "summary", got none',
    }));
}

/** Images without words for people who do not see them. */
export function imagesWithoutText(articles: readonly CheckedArticle[]): Finding[] {
  return articles.flatMap(({ tree, where, lineOf }) =>
    nodesOf(tree).flatMap((node): Finding[] => {
      if (node.t !== 'img' || node.alt.trim() !== '') return [];
      const line = lineOf('![](') ?? lineOf('<img');
      const message = `image without text: expected words for ${node.src}, got none`;
      return [{ check: 'images', severity: 'warning', where, ...(line === undefined ? {} : { line }), message }];
    }),
  );
}

/** Headings more than one level below the one before. */
export function skippedLevels(articles: readonly CheckedArticle[]): Finding[] {
  return articles.flatMap(({ tree, where, lineOf }) => {
    const headings = tree.filter(block => block.t === 'h');
    return headings.flatMap((heading, at): Finding[] => {
      const before = headings[at - 1]?.level ?? heading.level;
      if (heading.level <= before + 1) return [];
      const text = inlineText(heading.c);
      const line = lineOf(`${'#'.repeat(heading.level)} ${text}`) ?? lineOf(text);
      const message = `heading skips a level: expected level ${before + 1} at most, got ${heading.level} for "${text}"`;
      return [{ check: 'headings', severity: 'warning', where, ...(line === undefined ? {} : { line }), message }];
    });
  });
}

/** Articles too short to answer anything, or too long to read. */
export function unusualLengths(articles: readonly CheckedArticle[], least: number, most: number): Finding[] {
  return articles.flatMap(({ tree, where }): Finding[] => {
    const words = countWords(plainText(tree));
    if (words >= least && words <= most) return [];
    const message =
      words < least
        ? `too short: expected ${least} words or more, got ${words}`
        : `too long: expected ${most} words at most, got ${words}`;
    return [{ check: 'length', severity: 'warning', where, line: 1, message }];
  });
}

const DAY_MS = 86_400_000;

/** Articles whose date is older than `days`, or is none. Articles without a date are passed over. */
export function staleArticles(articles: readonly CheckedArticle[], days: number, today: Date): Finding[] {
  return articles.flatMap(({ updated, where, lineOf }): Finding[] => {
    if (updated === undefined) return [];
    const place = { check: 'stale', severity: 'warning' as const, where, line: lineOf(updated) ?? 1 };
    const age = Math.floor((today.getTime() - new Date(updated).getTime()) / DAY_MS);
    if (Number.isNaN(age))
      return [{ ...place, message: `bad date: expected a date such as 2026-01-31, got "${updated}"` }];
    if (age <= days) return [];
    return [{ ...place, message: `stale: expected a date of the last ${days} days, got ${updated}, ${age} days ago` }];
  });
}
