import { type Candidate, chooseBand, defaultSettings } from '@handrail/flow';
import type { BenchRow } from '../benchResult.js';
import type { JudgedSet } from '../calibrationTable.js';
import type { Corpus, CorpusQuery, Use } from '../corpora/corpora.js';
import { auroc } from '../measures/auroc.js';
import { calibrationError } from '../measures/calibrationError.js';
import { coverageAtPrecision } from '../measures/coverageAtPrecision.js';
import { compileArticles, openFiles } from '../search/knowledgeFiles.js';
import { percentile, round } from '../statistics.js';

/** A message and what the bot would do with it. */
export interface JudgedMatch {
  readonly query: CorpusQuery;
  /** The probability of the best article, 0 without one. */
  readonly probability: number;
  /** Whether the best article is a right one. */
  readonly isRight: boolean;
  readonly band: 'answer' | 'didYouMean' | 'unknown';
  /** Whether a right article is among those suggested. */
  readonly isSuggested: boolean;
  readonly ms: number;
}

const PRECISION = 0.95;

/** Asks `match` all messages of a corpus, as the bot does: its limit, the bands of the flow's defaults. */
export async function matchAll(corpus: Corpus, queries: readonly CorpusQuery[]): Promise<JudgedMatch[]> {
  const knowledge = await openFiles(await compileArticles(corpus.articles, corpus.locale));
  const judged: JudgedMatch[] = [];
  for (const query of queries) {
    const from = performance.now();
    const matches = await knowledge.match(query.q, { locale: corpus.locale });
    const ms = performance.now() - from;
    const candidates = matches.map(({ id, probability }): Candidate => ({ id, probability, title: id }));
    const band = chooseBand(candidates, defaultSettings.bands);
    const suggested = band.band === 'didYouMean' ? band.candidates : [];
    judged.push({
      query,
      probability: matches[0]?.probability ?? 0,
      isRight: query.relevant.includes(matches[0]?.id ?? ''),
      band: band.band,
      isSuggested: suggested.some(({ id }) => query.relevant.includes(id)),
      ms,
    });
  }
  return judged;
}

/** One row for all messages of a use, and one for each class of them; shares in %. */
export function articleRows(corpus: string, use: Use, judged: readonly JudgedMatch[]): BenchRow[] {
  const answerable = judged.filter(({ query }) => query.relevant.length > 0);
  const outside = judged.filter(({ query }) => query.relevant.length === 0);
  const classes = [answerable, outside].flatMap(list => [...new Set(list.map(({ query }) => query.cls))].sort());
  const perClass = classes.map(cls => {
    const own = judged.filter(({ query }) => query.cls === cls);
    return { table: 'articles by class', set: corpus, use, class: cls, messages: own.length, ...bandShares(own) };
  });
  return [{ table: 'articles', set: corpus, use, ...summary(answerable, outside) }, ...perClass];
}

/** The curve of a use: the best article's probability, wrong for messages without an answer. */
export function articleCurve(corpus: string, use: Use, judged: readonly JudgedMatch[]): JudgedSet {
  return { name: `${corpus} ${use}`, answers: judged.map(judge) };
}

function summary(answerable: readonly JudgedMatch[], outside: readonly JudgedMatch[]): BenchRow {
  const all = [...answerable, ...outside];
  const messages = all.map(each => ({ ...judge(each), inScope: each.query.relevant.length > 0 }));
  const times = all.map(({ ms }) => ms);
  const probabilities = (list: readonly JudgedMatch[]) => list.map(({ probability }) => probability);
  return {
    messages: answerable.length,
    'right first %': percent(answerable, ({ isRight }) => isRight),
    ...bandShares(answerable),
    outside: outside.length,
    'outside answered %': percent(outside, ({ band }) => band === 'answer'),
    AUROC: round(auroc(probabilities(answerable), probabilities(outside)), 3),
    'ECE answerable': round(calibrationError(answerable.map(judge)), 3),
    'ECE all': round(calibrationError(all.map(judge)), 3),
    'answered at 95 %': round(100 * coverageAtPrecision(messages, PRECISION)),
    'p50 ms': round(percentile(times, 0.5), 2),
    'p95 ms': round(percentile(times, 0.95), 2),
  };
}

function bandShares(judged: readonly JudgedMatch[]): BenchRow {
  return {
    'answered right %': percent(judged, ({ band, isRight }) => band === 'answer' && isRight),
    'answered wrong %': percent(judged, ({ band, isRight }) => band === 'answer' && !isRight),
    'suggested right %': percent(judged, ({ isSuggested }) => isSuggested),
    'suggested wrong %': percent(judged, ({ band, isSuggested }) => band === 'didYouMean' && !isSuggested),
    'nothing %': percent(judged, ({ band }) => band === 'unknown'),
  };
}

function percent(judged: readonly JudgedMatch[], counts: (each: JudgedMatch) => boolean): number | string {
  return judged.length === 0 ? '-' : round((100 * judged.filter(counts).length) / judged.length);
}

function judge({ probability, isRight }: JudgedMatch) {
  return { probability, right: isRight };
}
