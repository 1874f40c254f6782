import type { BenchRow } from '../benchResult.js';
import type { Corpus } from '../corpora/corpora.js';
import { median, round } from '../statistics.js';
import type { Engine } from './engine.js';

const ROUNDS = 20;
const LONGEST = 400;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Texts nobody would call a query; the same number gives the same text. */
const ODD: Readonly<Record<string, (n: number, bodies: readonly string[]) => string>> = {
  'a whole text pasted': (n, bodies) => bodies[n % bodies.length] ?? '',
  'unknown words': n => Array.from({ length: 40 }, (_, place) => made(6 + ((n + place) % 8), n * 41 + place)).join(' '),
  'typos in every word': (n, bodies) =>
    (bodies[n % bodies.length] ?? '').replace(/(\p{L}{3})(\p{L})(\p{L})/gu, '$1$3$2'),
  'one word of 400 letters': n => made(LONGEST, n),
  'the alphabet': () => `${[...LETTERS].join(' ')} `.repeat(8),
  'small talk only': () => 'the of and to in please hello '.repeat(14),
  'a megabyte': (n, bodies) => (bodies[n % bodies.length] ?? 'x').padEnd(LONGEST, ' x').repeat(2500),
};

function made(length: number, seed: number): string {
  let state = seed * 7919 + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return LETTERS[state % LETTERS.length];
  }).join('');
}

/** Milliseconds of processor time that odd texts take: the median and the slowest of {@link ROUNDS} after one round to warm up. */
export async function measureOdd(engine: Engine, corpus: Corpus): Promise<BenchRow[]> {
  const index = await (await engine.build(corpus.articles, corpus.locale)).open();
  const bodies = corpus.articles.map(({ title, body }) => `${title} ${body}`.slice(0, LONGEST));
  const rows: BenchRow[] = [];
  for (const [kind, textOf] of Object.entries(ODD)) {
    const times: number[] = [];
    for (let n = 0; n < 2 * ROUNDS; n++) {
      const before = process.cpuUsage();
      await index.search(textOf(n % ROUNDS, bodies), 10);
      const { user, system } = process.cpuUsage(before);
      if (n >= ROUNDS) times.push((user + system) / 1000);
    }
    const shown = { 'p50 ms': round(median(times), 1), 'slowest ms': round(Math.max(...times), 1) };
    rows.push({
      table: 'odd',
      engine: engine.name,
      corpus: corpus.name,
      articles: corpus.articles.length,
      text: kind,
      ...shown,
    });
  }
  return rows;
}
