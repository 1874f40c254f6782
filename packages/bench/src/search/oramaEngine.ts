import { create, insertMultiple, load, type RawData, save, search, type Tokenizer } from '@orama/orama';
import type { Engine } from './engine.js';
import { gzipBytes } from './gzipBytes.js';
import { BOOSTS, FIELDS, peerFields, peerTokens, STOP_WORDS } from './peerText.js';

const SCHEMA = {
  id: 'string',
  title: 'string',
  questions: 'string',
  headings: 'string',
  description: 'string',
  tags: 'string',
  body: 'string',
} as const;

/**
 * Orama as its documentation advises: boosted fields, its English stemmer with stop words, one edit of tolerance. Other
 * languages get a tokenizer of pairs, without tolerance. Confidence is its score by word.
 */
export const oramaEngine: Engine = {
  name: 'orama tuned',
  settings:
    'boosted fields, English stemmer and stop words, tolerance 1 (English), pairs for scripts without spaces (docs "Fields boosting", "Typo tolerance", "Stemming", "Using a custom tokenizer")',
  async build(articles, locale) {
    const index = createIndex(locale);
    await insertMultiple(index, articles.map(peerFields));
    const saved = JSON.stringify(save(index));
    // What it saves holds the texts.
    const bytes = gzipBytes(saved);
    return {
      indexBytes: bytes,
      allBytes: bytes,
      async open() {
        const opened = createIndex(locale);
        load(opened, JSON.parse(saved) as RawData);
        return {
          loadedBytes: () => bytes,
          async search(query, limit) {
            const words = Math.max(1, peerTokens(query).length);
            const { hits } = await search(opened, {
              term: query,
              properties: [...FIELDS],
              boost: BOOSTS,
              // An edit would turn a pair of characters into any other.
              tolerance: locale === 'en' ? 1 : 0,
              limit,
            });
            return hits.map(({ document, score }) => ({ id: String(document.id), confidence: score / words }));
          },
        };
      },
    };
  },
};

function createIndex(locale: string) {
  const english = { language: 'english', stemming: true, stopWords: STOP_WORDS };
  const pairs: Tokenizer = {
    language: 'pairs',
    normalizationCache: new Map(),
    tokenize: text => [...new Set(peerTokens(text))],
  };
  return create({ schema: SCHEMA, components: { tokenizer: locale === 'en' ? english : pairs } });
}
