import type { BenchArticle, BenchQuery } from './benchArticle.js';
import { readData } from './readData.js';
import { readShopArticles } from './readShopArticles.js';
import { readShopQuestions, SHOP_LOCALES } from './readShopQuestions.js';
import type { Split } from './splitOf.js';

/** What a query may be used for: a half of the shop's questions, or `development` for data that settings were chosen on. */
export type Use = Split | 'development';

/** A query with what it may be used for. */
export interface CorpusQuery extends BenchQuery {
  readonly use: Use;
}

/** Articles of one language and what is asked. */
export interface Corpus {
  readonly name: string;
  readonly locale: string;
  /** Where the articles and queries come from, and their licence. */
  readonly source: string;
  readonly articles: readonly BenchArticle[];
  readonly queries: readonly CorpusQuery[];
  /** Messages these articles do not answer; the class says of what kind. */
  readonly outside: readonly CorpusQuery[];
}

const KB = [
  {
    name: 'kb-en',
    locale: 'en',
    source: 'Arduino help centre, CC BY-SA 4.0; without an answer: CLINC150 (CC BY 3.0), BANKING77 (CC BY 4.0)',
    outside: { clinc150: 'clinc150/oos-val.jsonl', banking77: 'banking77/test-dev.jsonl' },
  },
  {
    name: 'kb-zh',
    locale: 'zh',
    source: 'Vue, OpenTelemetry (CC BY 4.0) and TiDB docs (CC BY-SA 3.0); without an answer: xSID (CC BY-SA 4.0)',
    outside: { xsid: 'xsid/zh.valid.jsonl' },
  },
  {
    name: 'kb-ja',
    locale: 'ja',
    source: 'OpenTelemetry docs, CC BY 4.0; without an answer: xSID (CC BY-SA 4.0)',
    outside: { xsid: 'xsid/ja.valid.jsonl' },
  },
];

/** Messages of each foreign data set at most. */
const OUTSIDE = 300;

/** The example shop in its languages, and the development corpora that are there. */
export async function readCorpora(): Promise<Corpus[]> {
  const shop = await Promise.all(SHOP_LOCALES.map(readShop));
  return [...shop, ...KB.flatMap(readKb)];
}

async function readShop(locale: (typeof SHOP_LOCALES)[number]): Promise<Corpus> {
  const questions = readShopQuestions(locale).map(({ split, ...query }) => ({ ...query, use: split }));
  return {
    name: `shop-${locale}`,
    locale,
    source: 'examples/shop/help and packages/bench/data/shop, MIT',
    articles: await readShopArticles(locale),
    queries: questions.filter(({ relevant }) => relevant.length > 0),
    outside: questions.filter(({ relevant }) => relevant.length === 0),
  };
}

function readKb({ name, locale, source, outside }: (typeof KB)[number]): Corpus[] {
  const articles = readData<BenchArticle>(`${name}/articles.jsonl`);
  const queries = readData<BenchQuery>(`${name}/queries.jsonl`);
  if (!articles || !queries) return [];
  const foreign = Object.entries(outside).flatMap(([cls, path]) => {
    const rows = (readData<{ text: string }>(path) ?? []).slice(0, OUTSIDE);
    return rows.map(({ text }) => ({ q: text, cls, relevant: [], use: 'development' as const }));
  });
  const known = queries.map(query => ({ ...query, use: 'development' as const }));
  return [{ name, locale, source, articles, queries: known, outside: foreign }];
}
