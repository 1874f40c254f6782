import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Engine } from './engine.js';
import { gzipBytes } from './gzipBytes.js';
import { BOOSTS, FIELDS, type PeerFields, peerFields, peerTokens } from './peerText.js';

/** It reads every text for every query: some milliseconds an article. */
const MOST = 20_000;

/** fuse.js over the full texts, as its README begins. */
export const fuseDefault: Engine = fuseWith(
  'fuse.js default',
  'all fields as keys, the rest as it comes (README, "Quick start")',
  { keys: [...FIELDS], includeScore: true },
);

/** fuse.js with its search by words. */
export const fuseTokens: Engine = fuseWith(
  'fuse.js token search',
  'weighted keys, useTokenSearch, threshold 0.3, ignoreLocation, pairs for scripts without spaces (README, "Token search", "Weighted keys")',
  {
    keys: FIELDS.map(name => ({ name, weight: BOOSTS[name] })),
    includeScore: true,
    ignoreLocation: true,
    useTokenSearch: true,
    threshold: 0.3,
    tokenize: peerTokens,
  },
);

/** Confidence is 1 minus its score, which is 0 for a perfect match. */
function fuseWith(name: string, settings: string, options: IFuseOptions<PeerFields>): Engine {
  return {
    name,
    settings,
    most: MOST,
    async build(articles) {
      const texts = JSON.stringify(articles.map(peerFields));
      const index = JSON.stringify(Fuse.createIndex(options.keys ?? [], JSON.parse(texts) as PeerFields[]).toJSON());
      // Its index holds the texts once more; a page needs both.
      const bytes = gzipBytes(texts) + gzipBytes(index);
      return {
        indexBytes: bytes,
        allBytes: bytes,
        async open() {
          const fuse = new Fuse(JSON.parse(texts) as PeerFields[], options, Fuse.parseIndex(JSON.parse(index)));
          return {
            loadedBytes: () => bytes,
            async search(query, limit) {
              const hits = fuse.search(query, { limit });
              return hits.map(({ item, score = 1 }) => ({ id: item.id, confidence: 1 - score }));
            },
          };
        },
      };
    },
  };
}
