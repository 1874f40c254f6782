import { type BenchResult, type BenchRow, calm, machine } from './benchResult.js';
import { readData } from './readData.js';
import type { BuiltIndex, Engine } from './search/engine.js';
import { handrailEngine } from './search/handrailEngine.js';
import { minisearchEngine } from './search/minisearchEngine.js';
import { auroc, percentile, round } from './statistics.js';
import { type BenchArticle, type BenchQuery, syntheticCorpus } from './syntheticCorpus.js';

interface Corpus {
  readonly name: string;
  readonly articles: readonly BenchArticle[];
  readonly queries: readonly BenchQuery[];
  /** Questions the corpus has no answer to. */
  readonly unanswerable: readonly string[];
}

const NOTES = [
  'R@n: share of queries (%) with a right article among the first n. AUROC: confidence of answerable before unanswerable queries.',
  'ms: one query; build once, not repeated. index: gzip without texts; all: with texts; first result: what the first query reads.',
  'Figures of minisearch tuned from the same run; x: ours divided by its (R@1, AUROC: higher is better; the others: lower).',
];

/**
 * Search beside a tuned minisearch: R@1, R@3, R@10 (%) by query class, AUROC of the confidence between answerable and
 * unanswerable queries, build time, milliseconds a query, gzip size of the index with and without the articles' texts.
 */
export async function run(): Promise<BenchResult> {
  const before = calm();
  const rows: BenchRow[] = [];
  for (const corpus of corpora()) rows.push(...(await beside(engine => measure(engine, corpus))));
  for (const size of [1000, 5000]) rows.push(...(await beside(engine => measureSize(engine, size))));
  return { rows, notes: [machine(), before, ...NOTES] };
}

/** Our rows, the peer's, each of ours with the ratio to the peer's row of the same kind. */
async function beside(work: (engine: Engine) => Promise<BenchRow[]>): Promise<BenchRow[]> {
  const ours = await work(handrailEngine);
  const peers = await work(minisearchEngine);
  return ours.flatMap((own, place) => {
    const peer = peers[place] ?? {};
    const ratios = ['R@1', 'AUROC', 'p95 ms', 'index kB'].flatMap(field => {
      const [ownValue, peerValue] = [own[field], peer[field]];
      const both = typeof ownValue === 'number' && typeof peerValue === 'number';
      return both ? [[`x ${field}`, round(ownValue / peerValue, 2)]] : [];
    });
    return [{ ...own, ...Object.fromEntries(ratios) }, peer];
  });
}

function corpora(): Corpus[] {
  const texts = (path: string) => (readData<{ text: string }>(path) ?? []).map(row => row.text);
  const sets = [
    {
      name: 'kb-en',
      unanswerable: [...texts('clinc150/oos-val.jsonl'), ...texts('banking77/test-dev.jsonl').slice(0, 300)],
    },
    { name: 'kb-zh', unanswerable: texts('xsid/zh.valid.jsonl') },
    { name: 'kb-ja', unanswerable: texts('xsid/ja.valid.jsonl') },
  ];
  return sets.flatMap(({ name, unanswerable }) => {
    const articles = readData<BenchArticle>(`${name}/articles.jsonl`);
    const queries = readData<BenchQuery>(`${name}/queries.jsonl`);
    return articles && queries ? [{ name, articles, queries, unanswerable }] : [];
  });
}

async function measure(engine: Engine, { name, articles, queries, unanswerable }: Corpus): Promise<BenchRow[]> {
  const index = await engine.build(articles);
  const byClass = new Map<string, number[]>([['all', []]]);
  const answered: number[] = [];
  const times: number[] = [];
  for (const { q, cls, relevant } of queries) {
    const from = performance.now();
    const hits = await index.search(q, 10);
    times.push(performance.now() - from);
    answered.push(hits[0]?.confidence ?? 0);
    const place = hits.findIndex(hit => relevant.includes(hit.id));
    for (const key of [cls, 'all']) byClass.set(key, [...(byClass.get(key) ?? []), place < 0 ? Infinity : place]);
  }
  const refused: number[] = [];
  for (const text of unanswerable) refused.push((await index.search(text, 1))[0]?.confidence ?? 0);
  const rows = [...byClass].map(([cls, places]) => ({
    engine: engine.name,
    corpus: name,
    class: cls,
    queries: places.length,
    'R@1': recall(places, 1),
    'R@3': recall(places, 3),
    'R@10': recall(places, 10),
  }));
  const weight = { articles: articles.length, ...weigh(index), ...timesOf(times), AUROC: auroc(answered, refused) };
  return [...rows, { engine: engine.name, corpus: name, class: 'corpus', ...weight }];
}

async function measureSize(engine: Engine, size: number): Promise<BenchRow[]> {
  const { articles, queries } = syntheticCorpus(size);
  const index = await engine.build(articles);
  const times: number[] = [];
  let first = 0;
  for (const { q } of queries.slice(0, 200)) {
    const from = performance.now();
    await index.search(q, 10);
    times.push(performance.now() - from);
    first ||= index.loadedBytes();
  }
  const weight = { articles: size, ...weigh(index), ...timesOf(times), 'first result kB': round(first / 1024) };
  return [{ engine: engine.name, corpus: `synthetic-${size}`, class: 'corpus', ...weight }];
}

function weigh({ buildMs, indexBytes, allBytes }: BuiltIndex): BenchRow {
  return {
    'build ms': Math.round(buildMs),
    'index kB': Math.round(indexBytes / 1024),
    'all kB': Math.round(allBytes / 1024),
  };
}

function timesOf(times: readonly number[]): BenchRow {
  return { 'p50 ms': round(percentile(times, 0.5), 2), 'p95 ms': round(percentile(times, 0.95), 2) };
}

function recall(places: readonly number[], top: number): number {
  return round((100 * places.filter(place => place < top).length) / places.length);
}
