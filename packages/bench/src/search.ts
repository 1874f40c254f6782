import { gzipSync } from 'node:zlib';
import { type Knowledge, loadKnowledge } from '@handrail/knowledge';
import { type CompiledFiles, compile } from '@handrail/knowledge/compile';
import { readData } from './readData.js';
import { type BenchArticle, type BenchQuery, syntheticCorpus } from './syntheticCorpus.js';

/** One line of a bench's table. */
export type BenchRow = Record<string, string | number>;

interface Corpus {
  readonly name: string;
  readonly articles: readonly BenchArticle[];
  readonly queries: readonly BenchQuery[];
  /** Questions the corpus has no answer to. */
  readonly unanswerable: readonly string[];
}

/**
 * Search: R@1, R@3, R@10 (%) by query class, AUROC of the confidence between answerable and unanswerable queries, build time,
 * milliseconds a query, gzip size of the index without the articles' texts.
 */
export async function run(): Promise<{ rows: BenchRow[] }> {
  const rows: BenchRow[] = [];
  for (const corpus of corpora()) rows.push(...(await measure(corpus)));
  for (const size of [1000, 5000]) rows.push(await measureSize(size));
  return { rows };
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

async function measure({ name, articles, queries, unanswerable }: Corpus): Promise<BenchRow[]> {
  const { knowledge, loaded: _loaded, ...built } = await build(articles);
  const byClass = new Map<string, number[]>();
  const answered: number[] = [];
  const times: number[] = [];
  for (const { q, cls, relevant } of queries) {
    const from = performance.now();
    const hits = await knowledge.search(q, { limit: 10 });
    times.push(performance.now() - from);
    answered.push(hits[0]?.confidence ?? 0);
    const place = hits.findIndex(hit => relevant.includes(hit.id));
    for (const key of [cls, 'all']) byClass.set(key, [...(byClass.get(key) ?? []), place < 0 ? Infinity : place]);
  }
  const refused: number[] = [];
  for (const text of unanswerable) refused.push((await knowledge.search(text, { limit: 1 }))[0]?.confidence ?? 0);
  const rows = [...byClass].map(([cls, places]) => ({
    corpus: name,
    class: cls,
    queries: places.length,
    'R@1': recall(places, 1),
    'R@3': recall(places, 3),
    'R@10': recall(places, 10),
  }));
  const summary = {
    corpus: name,
    class: 'corpus',
    articles: articles.length,
    AUROC: auroc(answered, refused),
    ...built,
    ...percentiles(times),
  };
  return [...rows, summary];
}

async function measureSize(size: number): Promise<BenchRow> {
  const { articles, queries } = syntheticCorpus(size);
  const { knowledge, loaded, ...built } = await build(articles);
  const times: number[] = [];
  for (const { q } of queries.slice(0, 200)) {
    const from = performance.now();
    await knowledge.search(q, { limit: 10 });
    times.push(performance.now() - from);
    if (times.length === 1) Object.assign(built, { 'first result kB': Number((loaded() / 1024).toFixed(1)) });
  }
  return { corpus: `synthetic-${size}`, class: 'corpus', articles: size, ...built, ...percentiles(times) };
}

async function build(articles: readonly BenchArticle[]) {
  const from = performance.now();
  const files = await compile(articles, { onProblem: () => {} });
  const buildMs = Math.round(performance.now() - from);
  let bytes = 0;
  const knowledge: Knowledge = await loadKnowledge(async path => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`${path}: not compiled`);
    bytes += gzipSync(content).length;
    return content;
  });
  return {
    knowledge,
    loaded: () => bytes,
    'build ms': buildMs,
    'index gzip kB': gzipSize(files, path => !path.includes('/articles/')),
    'all gzip kB': gzipSize(files, () => true),
  };
}

function gzipSize(files: CompiledFiles, counts: (path: string) => boolean): number {
  let bytes = 0;
  for (const [path, content] of files) if (counts(path)) bytes += gzipSync(content).length;
  return Math.round(bytes / 1024);
}

function recall(places: readonly number[], top: number): number {
  return Number(((100 * places.filter(place => place < top).length) / places.length).toFixed(1));
}

function percentiles(times: readonly number[]): BenchRow {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95) };
}

/** Chance that a positive is above a negative (Mann-Whitney); ties count half. */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  let wins = 0;
  for (const high of positive) for (const low of negative) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return Number((wins / Math.max(1, positive.length * negative.length)).toFixed(4));
}
