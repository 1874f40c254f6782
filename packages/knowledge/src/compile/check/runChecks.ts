import type { Problem } from '../problem.js';
import { problemKind } from '../problemKind.js';
import type { CheckedArticle } from './checkedArticle.js';
import { type ExternalOptions, externalLinks } from './externalLinks.js';
import type { Finding } from './finding.js';
import { sameQuestions, sameTitles } from './sameTexts.js';
import { similarArticles } from './similarArticles.js';
import { imagesWithoutText, missingSummaries, skippedLevels, staleArticles, unusualLengths } from './writing.js';

/** How articles are checked. */
export interface CheckOptions {
  /** Names of checks to leave out. Default: none. */
  readonly skip?: readonly string[];
  /** Days after which an article is stale. Default 365. */
  readonly staleAfterDays?: number;
  /** Words an article should have, at least and at most. Default 20 and 2000. */
  readonly words?: { readonly least: number; readonly most: number };
  /** Share of the text from which on two articles are near-identical. Default 0.8. */
  readonly similar?: number;
  readonly today: Date;
  /** Ask the addresses outside. Default: they are not asked. */
  readonly external?: ExternalOptions;
}

/** The checks by name, as `--skip` takes them. */
export const CHECKS: Readonly<Record<string, string>> = {
  reading: 'what cannot be read or was left out',
  links: 'links to articles and sections that are not there',
  external: 'links outside that are dead or moved (with --external)',
  titles: 'titles used twice',
  questions: 'questions used by two articles',
  similar: 'near-identical articles',
  summary: 'missing summaries',
  images: 'images without text',
  headings: 'headings that skip levels',
  length: 'articles too short or too long',
  stale: 'articles of long ago',
};

/** Runs the checks on compiled articles and sorts in what was found while reading and compiling. */
export async function runChecks(
  articles: readonly CheckedArticle[],
  problems: readonly Problem[],
  options: CheckOptions,
): Promise<Finding[]> {
  const { skip = [], staleAfterDays = 365, words = { least: 20, most: 2000 }, similar = 0.8, today } = options;
  const found = [
    ...problems.map(fromReading),
    ...sameTitles(articles),
    ...sameQuestions(articles),
    ...similarArticles(articles, similar),
    ...missingSummaries(articles),
    ...imagesWithoutText(articles),
    ...skippedLevels(articles),
    ...unusualLengths(articles, words.least, words.most),
    ...staleArticles(articles, staleAfterDays, today),
  ];
  const outside = options.external && !skip.includes('external') ? await externalLinks(articles, options.external) : [];
  return [...found, ...outside].filter(({ check }) => !skip.includes(check));
}

/** A link that leads nowhere is an error here, though the article is there without it. */
function fromReading(problem: Problem): Finding {
  const kind = problemKind(problem);
  if (kind === 'broken link') return { ...problem, check: 'links', severity: 'error' };
  return { ...problem, check: kind.startsWith('link') ? 'links' : 'reading' };
}
