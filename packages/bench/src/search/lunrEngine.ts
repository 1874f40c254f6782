import lunr from 'lunr';
import type { Engine } from './engine.js';
import { gzipBytes } from './gzipBytes.js';
import { BOOSTS, FIELDS, peerFields, peerTokens, telling } from './peerText.js';

/**
 * lunr as its guides advise: boosted fields, stemming and stop words of its own pipeline; a word counts ten times as much as
 * it stands, the last also as a beginning, and words from four letters with one edit. Confidence is the best score by word.
 */
export const lunrEngine: Engine = {
  name: 'lunr tuned',
  settings:
    'boosted fields, its stemmer and stop words, exact x10, last word as prefix, one edit from four letters, pairs for scripts without spaces (guides "Searching", "Customisation", "Language support")',
  async build(articles, locale) {
    const index = lunr(builder => {
      builder.ref('id');
      for (const field of FIELDS) builder.field(field, { boost: BOOSTS[field] });
      builder.tokenizer = tokenize as typeof lunr.tokenizer;
      if (locale !== 'en') {
        // The English pipeline would take pairs of Chinese characters for noise.
        builder.pipeline.reset();
        builder.searchPipeline.reset();
      }
      for (const article of articles) builder.add(peerFields(article));
    });
    const saved = JSON.stringify(index);
    const indexBytes = gzipBytes(saved);
    return {
      indexBytes,
      allBytes: indexBytes + gzipBytes(JSON.stringify(articles)),
      async open() {
        const opened = lunr.Index.load(JSON.parse(saved) as object);
        return {
          loadedBytes: () => indexBytes,
          async search(query, limit) {
            const words = telling(query);
            const hits = opened.query(ask => addTerms(ask, words)).slice(0, limit);
            return hits.map(({ ref, score }) => ({ id: ref, confidence: score / Math.max(1, words.length) }));
          },
        };
      },
    };
  },
};

function addTerms(ask: lunr.Query, words: readonly string[]): void {
  words.forEach((word, place) => {
    ask.term(word, { boost: 10 });
    if (place === words.length - 1) {
      ask.term(word, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 5 });
    }
    if (/^[a-z]{4,}$/.test(word)) ask.term(word, { usePipeline: false, editDistance: 1, boost: 1 });
  });
}

function tokenize(text: string | null | undefined): lunr.Token[] {
  return peerTokens(text ?? '').map((token, index) => new lunr.Token(token, { index }));
}
