import type { BenchArticle, BenchQuery } from './benchArticle.js';
import { createRandom, type Random } from './random.js';
import { createWordTable, type WordTable } from './wordTable.js';

/** Articles and queries of any size. */
export interface GrownCorpus {
  readonly articles: readonly BenchArticle[];
  readonly queries: readonly BenchQuery[];
}

/** Chance that the next word follows the article it is grown from, instead of the whole corpus. */
const OWN = 0.6;
const QUERIES = 200;

/**
 * `size` articles grown from real ones: the source itself first, then variations of each of its articles in turn. A
 * variation has the lengths of its original and words drawn by pairs (a Markov chain of first order) from the original and
 * from the whole corpus, so that the frequencies of words stay those of the language. Rare words get new spellings at the
 * pace of Heaps' law (H. S. Heaps, "Information Retrieval", 1978), so that the vocabulary grows as that of
 * real corpora does. The same source and size give the same articles.
 */
export function grownCorpus(source: readonly BenchArticle[], size: number): GrownCorpus {
  const table = createWordTable(source);
  const articles = Array.from({ length: size }, (_, place) => {
    const original = source[place % source.length] as BenchArticle;
    const family = Math.floor(place / source.length);
    return family === 0 ? original : vary(original, family, table, place);
  });
  return { articles, queries: askFor(articles) };
}

function vary(original: BenchArticle, family: number, table: WordTable, place: number): BenchArticle {
  const random = createRandom(place);
  const own = table.chainOf([original]);
  const rewrite = (text: string) =>
    text
      .split('\n')
      .map(line => walk(line, family, own, table, random))
      .join('\n');
  return {
    id: `${original.id}-${family}`,
    title: rewrite(original.title),
    description: rewrite(original.description ?? ''),
    headings: (original.headings ?? []).map(rewrite),
    body: rewrite(original.body),
  };
}

/** A line of as many words, beginning with the first word of the given one. */
function walk(line: string, family: number, own: WordTable['all'], table: WordTable, random: Random): string {
  const given = line.split(' ').filter(word => word !== '');
  let word = given[0] ?? '';
  return given
    .map((instead, at) => {
      if (at > 0) {
        const next = (random() < OWN ? own.get(word) : undefined) ?? table.all.get(word) ?? [];
        word = next[Math.floor(random() * next.length)] ?? instead;
      }
      return table.spell(word, family);
    })
    .join(' ');
}

/** Queries spread over the articles: words of titles as they are, with a slip, unfinished, and in small talk. */
function askFor(articles: readonly BenchArticle[]): BenchQuery[] {
  const count = Math.min(QUERIES, articles.length);
  return Array.from({ length: count }, (_, at) => {
    const { id, title } = articles[Math.floor((at * articles.length) / count)] as BenchArticle;
    const words = title.split(' ').slice(0, 6);
    const [cls, ask] = WAYS[at % WAYS.length] as (typeof WAYS)[number];
    return { q: ask(words), cls, relevant: [id] };
  });
}

const WAYS: readonly (readonly [string, (words: readonly string[]) => string])[] = [
  ['title', words => words.join(' ')],
  ['typo', words => words.map(word => (word.length > 5 ? word.slice(0, 2) + word.slice(3) : word)).join(' ')],
  ['prefix', words => words.join(' ').slice(0, -2)],
  ['chatty', words => `hello, can you please help me, i have a question about ${words.join(' ')}, thank you`],
];
