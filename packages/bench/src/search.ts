import { type BenchOptions, type BenchResult, type BenchRow, calm, machine } from './benchResult.js';
import { calibrationRows, calibrationTable, type JudgedSet } from './calibrationTable.js';
import { type Corpus, readCorpora } from './corpora/corpora.js';
import { ENGINES } from './search/engines.js';
import { handrailEngine } from './search/handrailEngine.js';
import { measureCorpus } from './search/measureCorpus.js';
import { measureOdd } from './search/measureOdd.js';
import { measureScale, scaleSource } from './search/measureScale.js';
import { type Answers, noAnswerRows, qualityRows } from './search/qualityRows.js';
import { noAnswerTables, plainTable, qualityTables } from './search/searchTables.js';

const NOTES = [
  'R@n: share of queries (%) with a right article among the first n. MRR: mean of 1 / place. AUROC: chance that the confidence of',
  'a query with an answer is above that of one without; a half is chance.',
  'index kB, all kB: gzip without and with the texts. first kB: what a first query reads, over queries that are each the first; ours',
  'reads the articles it found, too. load ms: from files in memory to the first result. Times: medians of rounds after one to warm up; with --quick one round.',
  'Data: "report" was kept apart. Settings of ours may have been chosen on "tune" and "development"; those of the others follow',
  'their documentation and were looked at on the same.',
];

/**
 * Search beside its peers: R@1, R@3, R@10 and MRR by class of query, AUROC of the confidence between answerable and
 * unanswerable queries, calibration of ours, size and speed on the corpora and on corpora grown from them.
 */
export async function run(options: BenchOptions = {}): Promise<BenchResult> {
  const before = calm();
  const corpora = await readCorpora();
  const { answers, weights, skipped } = await measureAll(corpora, options);
  const scale = await measureScale(ENGINES, corpora, options);
  const odd: BenchRow[] = [];
  for (const corpus of corpora) odd.push(...(await measureOdd(handrailEngine, corpus)));
  const judged = answers.filter(({ engine }) => engine === 'handrail').map(toJudged);
  const quality = [...answers.flatMap(qualityRows), ...answers.flatMap(noAnswerRows)];
  const settings = ENGINES.map(engine => `${engine.name}: ${engine.settings}`);
  return {
    rows: [...quality, ...weights, ...scale.rows, ...odd, ...calibrationRows(judged)],
    tables: [
      ...qualityTables(quality, corpora),
      ...noAnswerTables(quality),
      calibrationTable(
        'handrail: share of first articles that are right (%), by confidence (answers); error: ECE',
        judged,
      ),
      plainTable('Corpora: size and speed', weights),
      plainTable('handrail: odd texts, processor time', odd),
      plainTable(`By number of articles: ${scaleSource(corpora)}`, scale.rows),
    ],
    notes: [machine(), before, ...NOTES, ...settings, ...skipped, ...scale.skipped],
  };
}

async function measureAll(corpora: readonly Corpus[], options: BenchOptions) {
  const answers: Answers[] = [];
  const weights: BenchRow[] = [];
  const skipped: string[] = [];
  for (const corpus of corpora) {
    for (const engine of ENGINES) {
      const measured = await measureCorpus(engine, corpus, options);
      if (typeof measured === 'string') skipped.push(measured);
      else {
        answers.push(...measured.answers);
        weights.push(measured.row);
      }
    }
  }
  return { answers, weights, skipped };
}

/** Of all messages that found anything, answerable or not: whether the first article is right. */
function toJudged({ corpus, use, asked, outside }: Answers): JudgedSet {
  const found = [...asked, ...outside].filter(({ confidence }) => confidence > 0);
  return {
    name: `${corpus} ${use}`,
    answers: found.map(({ confidence, place }) => ({ probability: confidence, right: place === 0 })),
  };
}
