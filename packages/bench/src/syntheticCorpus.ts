/** An article as benches hand it to `compile`. */
export interface BenchArticle {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly headings?: readonly string[];
  readonly body: string;
}

/** A query and the articles that answer it. */
export interface BenchQuery {
  readonly q: string;
  readonly cls: string;
  readonly relevant: readonly string[];
}

const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tre pli sno qua'.split(' ');

/** Made-up articles of made-up words with a Zipf distribution; the same size gives the same articles. */
export function syntheticCorpus(size: number): { articles: BenchArticle[]; queries: BenchQuery[] } {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const vocabulary = Array.from({ length: 2000 + size * 4 }, (_, place) => {
    let rest = place + 31;
    let word = '';
    while (rest > 0) {
      word += SYLLABLES[rest % SYLLABLES.length];
      rest = Math.floor(rest / SYLLABLES.length);
    }
    return word;
  });
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'word';
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const articles = Array.from({ length: size }, (_, place) => ({
    id: `made-${place}`,
    title: `${vocabulary[(place * 3 + 40) % vocabulary.length]} ${words(4)}`,
    body: Array.from({ length: 4 }, () => `## ${words(3)}\n\n${words(55)}.`).join('\n\n'),
  }));
  const step = Math.max(1, Math.floor(size / 200));
  const queries = articles
    .filter((_, place) => place % step === 0)
    .map(({ id, title }) => ({ q: title, cls: 'title', relevant: [id] }));
  return { articles, queries };
}
