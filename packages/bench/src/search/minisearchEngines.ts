import MiniSearch, { type Options } from 'minisearch';
import type { Engine } from './engine.js';
import { gzipBytes } from './gzipBytes.js';
import { BOOSTS, FIELDS, type PeerFields, peerFields, peerTokens, STOP_WORDS, telling } from './peerText.js';

const stop = new Set(STOP_WORDS);

/** minisearch as its README begins: fields, everything else left as it is. */
export const minisearchDefault: Engine = minisearchWith(
  'minisearch default',
  'fields only, the rest as it comes (README, "Basic usage")',
  { fields: [...FIELDS] },
  query => query.split(/[\s\p{P}]+/u).filter(word => word !== '').length,
);

/** minisearch as one sets it up for a help centre. */
export const minisearchTuned: Engine = minisearchWith(
  'minisearch tuned',
  'boosted fields, fuzzy 0.2 from four letters, prefix on the last word, stop words, folded accents, pairs for scripts without spaces (README, "Search options", "Tokenization", "Term processing")',
  {
    fields: [...FIELDS],
    tokenize: peerTokens,
    processTerm: term => (stop.has(term) ? null : term),
    searchOptions: {
      boost: BOOSTS,
      combineWith: 'OR',
      fuzzy: term => (term.length > 3 ? 0.2 : false),
      prefix: (_term, place, terms) => place === terms.length - 1,
    },
  },
  query => telling(query).length,
);

/** Confidence is the best score by word of the query. */
function minisearchWith(
  name: string,
  settings: string,
  options: Options<PeerFields>,
  countWords: (query: string) => number,
): Engine {
  return {
    name,
    settings,
    async build(articles) {
      const index = new MiniSearch<PeerFields>(options);
      index.addAll(articles.map(peerFields));
      const saved = JSON.stringify(index);
      const indexBytes = gzipBytes(saved);
      return {
        indexBytes,
        allBytes: indexBytes + gzipBytes(JSON.stringify(articles)),
        async open() {
          const opened = MiniSearch.loadJSON<PeerFields>(saved, options);
          return {
            loadedBytes: () => indexBytes,
            async search(query, limit) {
              const words = Math.max(1, countWords(query));
              const hits = opened.search(query).slice(0, limit);
              return hits.map(({ id, score }) => ({ id: String(id), confidence: score / words }));
            },
          };
        },
      };
    },
  };
}
