import type { BenchRow, BenchTable } from '../benchResult.js';
import type { Corpus } from '../corpora/corpora.js';
import { pivot } from '../pivot.js';

/** For each corpus and use: R@1 by class of query, then all measures of all classes. */
export function qualityTables(rows: readonly BenchRow[], corpora: readonly Corpus[]): BenchTable[] {
  return groups(rows, 'quality').map(({ corpus, use, own }) => {
    const byClass = pivot(own, 'engine', 'class', 'R@1').map(({ all: _all, ...classes }) => {
      const isWhole = (row: BenchRow) => row.engine === classes.engine && row.class === 'all';
      const { queries = 0, 'R@1': first = 0, 'R@3': third = 0, 'R@10': tenth = 0, MRR = 0 } = own.find(isWhole) ?? {};
      return { ...classes, '| R@1': first, 'R@3': third, 'R@10': tenth, MRR, queries };
    });
    const source = corpora.find(({ name }) => name === corpus)?.source ?? '';
    return { title: `${corpus}, ${use}: R@1 (%) by class | all classes. ${source}`, rows: byClass };
  });
}

/** For each corpus and use: AUROC by the kind of the queries without an answer. */
export function noAnswerTables(rows: readonly BenchRow[]): BenchTable[] {
  return groups(rows, 'no answer').map(({ corpus, use, own }) => ({
    title: `${corpus}, ${use}: AUROC of the confidence, by kind of the query without an answer`,
    rows: pivot(own, 'engine', 'kind', 'AUROC'),
  }));
}

/** Rows of one table as they are, without its name. */
export function plainTable(title: string, rows: readonly BenchRow[]): BenchTable {
  return { title, rows: rows.map(({ table: _table, ...row }) => row) };
}

function groups(rows: readonly BenchRow[], table: string) {
  const wanted = rows.filter(row => row.table === table);
  const keys = [...new Set(wanted.map(({ corpus, use }) => `${corpus}\n${use}`))];
  return keys.map(key => {
    const own = wanted.filter(({ corpus, use }) => `${corpus}\n${use}` === key);
    return { corpus: own[0]?.corpus ?? '', use: own[0]?.use ?? '', own };
  });
}
