import type { BenchArticle } from './benchArticle.js';
import { createRandom } from './random.js';

/** Which words follow a word, as often as they do. */
export type Chain = ReadonlyMap<string, readonly string[]>;

/** The words of a corpus. */
export interface WordTable {
  /** Followers in the whole corpus. */
  readonly all: Chain;
  chainOf(articles: readonly BenchArticle[]): Chain;
  /** The spelling of a word in a family of variations: another one for some rare words. */
  spell(word: string, family: number): string;
}

/**
 * Exponent at which the rare words grow. All words then grow at about 0.55: Heaps' law has 0.4 to 0.6 for English (Manning,
 * Raghavan, Schütze, "Introduction to Information Retrieval", 2008, 5.1.1).
 */
const RARE_GROWTH = 0.8;
/** Words in at most this many articles are rare. */
const RARE = 3;
const WORD = /^\p{L}{4,}$/u;

/** Counts the words of a corpus. */
export function createWordTable(source: readonly BenchArticle[]): WordTable {
  const inArticles = new Map<string, number>();
  for (const article of source) {
    const words = new Set(textsOf(article).flatMap(text => text.split(/\s+/)));
    for (const word of words) inArticles.set(word, (inArticles.get(word) ?? 0) + 1);
  }
  const rare = [...inArticles].flatMap(([word, count]) => (count <= RARE && WORD.test(word) ? [word] : []));
  const places = new Map(rare.map((word, place) => [word, place]));
  const spell = (word: string, family: number): string => {
    const place = places.get(word);
    if (place === undefined || family === 0) return word;
    const random = createRandom(place * 100_003 + family);
    const isNew = random() < (family + 1) ** RARE_GROWTH - family ** RARE_GROWTH;
    if (!isNew) return spell(word, Math.floor(random() * family));
    const other = rare[Math.floor(random() * rare.length)] ?? word;
    return word.slice(0, Math.ceil(word.length / 2)) + other.slice(Math.floor(other.length / 2));
  };
  return { all: chainOf(source), chainOf, spell };
}

function chainOf(articles: readonly BenchArticle[]): Chain {
  const chain = new Map<string, string[]>();
  for (const line of articles.flatMap(textsOf).flatMap(text => text.split('\n'))) {
    const words = line.split(' ').filter(word => word !== '');
    words.slice(1).forEach((word, at) => {
      const before = words[at] ?? '';
      const followers = chain.get(before);
      if (followers) followers.push(word);
      else chain.set(before, [word]);
    });
  }
  return chain;
}

function textsOf({ title, description = '', headings = [], body }: BenchArticle): string[] {
  return [title, description, ...headings, body];
}
