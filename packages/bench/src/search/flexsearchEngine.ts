import { Charset, Document, type IndexOptions } from 'flexsearch';
import type { Engine } from './engine.js';
import { gzipBytes } from './gzipBytes.js';
import { BOOSTS, FIELDS, type PeerFields, peerFields, peerTokens, STOP_WORDS } from './peerText.js';

type Fields = PeerFields & Record<string, string>;

/**
 * FlexSearch as its README advises to get good results: a tokenizer, an encoder and suggestions. It gives no scores: fields are
 * merged by boost / (place + 1), and confidence is what an article gets that way, of what it could, plus 1 when all words of
 * the query stand in one field.
 */
export const flexsearchEngine: Engine = {
  name: 'flexsearch tuned',
  settings:
    'tokenize forward, LatinBalance with stop words, suggestions, fields merged by boost and place, pairs for scripts without spaces (README, "Tokenizer", "Encoder", "Suggestions")',
  async build(articles, locale) {
    const index = createIndex(locale);
    for (const article of articles) index.add(peerFields(article) as Fields);
    const parts: [string, string][] = [];
    await index.export((key, data) => {
      parts.push([key, data]);
    });
    const indexBytes = gzipBytes(JSON.stringify(parts));
    return {
      indexBytes,
      allBytes: indexBytes + gzipBytes(JSON.stringify(articles)),
      async open() {
        const opened = createIndex(locale);
        for (const [key, data] of parts) opened.import(key, data);
        return {
          loadedBytes: () => indexBytes,
          search: async (query, limit) => mergeFields(opened, query).slice(0, limit),
        };
      },
    };
  },
};

function mergeFields(index: Document<Fields>, query: string) {
  const scores = new Map<string, number>();
  for (const suggest of [true, false]) {
    for (const { field, result } of index.search(query, { suggest, limit: 100 })) {
      result.forEach((id, place) => {
        const gained = suggest ? boostOf(field) / (place + 1) / MOST : 1;
        scores.set(String(id), (scores.get(String(id)) ?? 0) + gained);
      });
    }
  }
  return [...scores].map(([id, confidence]) => ({ id, confidence })).sort((a, b) => b.confidence - a.confidence);
}

const MOST = Object.values(BOOSTS).reduce((sum, boost) => sum + boost, 0);

function boostOf(field: string | undefined): number {
  return BOOSTS[field as keyof typeof BOOSTS] ?? 1;
}

function createIndex(locale: string): Document<Fields> {
  const latin: IndexOptions = {
    tokenize: 'forward',
    encoder: { ...Charset.LatinBalance, filter: new Set(STOP_WORDS) },
  };
  const pairs: IndexOptions = { tokenize: 'strict', encode: peerTokens };
  const options = locale === 'en' ? latin : pairs;
  return new Document<Fields>({ document: { id: 'id', index: FIELDS.map(field => ({ field, ...options })) } });
}
