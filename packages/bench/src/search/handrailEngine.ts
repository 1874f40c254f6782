import { loadKnowledge } from '@handrail/knowledge';
import { compile } from '@handrail/knowledge/compile';
import type { Engine } from './engine.js';
import { gzipBytes } from './gzipBytes.js';

/** `@handrail/knowledge` with its defaults, its files in memory. */
export const handrailEngine: Engine = {
  name: 'handrail',
  settings: 'its defaults',
  async build(articles, locale) {
    const inputs = articles.map(({ markdown, ...article }) => {
      // Headings are in the Markdown already.
      return markdown === undefined ? { ...article, locale } : { ...article, headings: [], body: markdown, locale };
    });
    const files = await compile(inputs, { defaultLocale: locale, onProblem: () => {} });
    const sizes = new Map([...files].map(([path, content]) => [path, gzipBytes(content)]));
    const sum = (counts: (path: string) => boolean) =>
      [...sizes].reduce((bytes, [path, size]) => bytes + (counts(path) ? size : 0), 0);
    return {
      indexBytes: sum(path => !path.includes('/articles/')),
      allBytes: sum(() => true),
      async open() {
        let loaded = 0;
        const knowledge = await loadKnowledge(async path => {
          const content = files.get(path);
          if (content === undefined) throw new Error(`${path}: not compiled`);
          loaded += sizes.get(path) ?? 0;
          return content;
        });
        return { loadedBytes: () => loaded, search: (query, limit) => knowledge.search(query, { limit, locale }) };
      },
    };
  },
};
