import type { BenchOptions, BenchRow } from '../benchResult.js';
import type { Corpus } from '../corpora/corpora.js';
import { grownCorpus } from '../corpora/grownCorpus.js';
import { sample } from '../corpora/sample.js';
import { progress } from '../progress.js';
import { affordable, type Engine } from './engine.js';
import { measureIndex } from './measureIndex.js';
import { queryTimes } from './queryTimes.js';

const SIZES = [400, 1000, 5000];
const QUICK_SIZES = [400];
/** For ours alone: the others need minutes and gigabytes. */
const LARGE = 50_000;
const ROUNDS = 3;

/** Size and speed by the number of articles, on corpora grown from the English ones; what was skipped in sentences. */
export async function measureScale(
  engines: readonly Engine[],
  corpora: readonly Corpus[],
  { quick = false, large = false }: BenchOptions,
): Promise<{ rows: BenchRow[]; skipped: string[] }> {
  const rows: BenchRow[] = [];
  const skipped: string[] = [];
  const source = sourceOf(corpora);
  for (const size of [...(quick ? QUICK_SIZES : SIZES), ...(large ? [LARGE] : [])]) {
    const { articles, queries } = grownCorpus(source?.articles ?? [], size);
    const asked = queries.map(query => ({ ...query, use: 'development' as const }));
    for (const engine of size === LARGE ? engines.slice(0, 1) : engines) {
      const limit = affordable(engine, size);
      if (limit === 0 || (quick && engine.most !== undefined)) {
        skipped.push(`${engine.name}: skipped at ${size} articles, it would take minutes.`);
        continue;
      }
      progress(`${size} articles: ${engine.name}`);
      const { index, row } = await measureIndex(
        engine,
        articles,
        'en',
        queries.map(({ q }) => q),
        quick ? 1 : ROUNDS,
      );
      const times = await queryTimes(index, sample(asked, limit), quick ? 1 : ROUNDS);
      rows.push({ table: 'scale', engine: engine.name, ...row, ...times.row });
    }
  }
  return { rows, skipped };
}

/** What the corpora of the scale are made of. */
export function scaleSource(corpora: readonly Corpus[]): string {
  const name = sourceOf(corpora)?.name;
  return `articles grown from ${name}; 200 queries from titles: as they are, with slips, unfinished, in small talk`;
}

function sourceOf(corpora: readonly Corpus[]): Corpus | undefined {
  return corpora.find(({ name }) => name === 'kb-en') ?? corpora.find(({ locale }) => locale === 'en');
}
