import type { Engine } from './engine.js';
import { gzipBytes } from './gzipBytes.js';
import { compileArticles, openFiles } from './knowledgeFiles.js';

/** `@handrail/knowledge` with its defaults, its files in memory. */
export const handrailEngine: Engine = {
  name: 'handrail',
  settings: 'its defaults',
  async build(articles, locale) {
    const files = await compileArticles(articles, locale);
    const sizes = new Map([...files].map(([path, content]) => [path, gzipBytes(content)]));
    const sum = (counts: (path: string) => boolean) =>
      [...sizes].reduce((bytes, [path, size]) => bytes + (counts(path) ? size : 0), 0);
    return {
      indexBytes: sum(path => !path.includes('/articles/')),
      allBytes: sum(() => true),
      async open() {
        let loaded = 0;
        const knowledge = await openFiles(files, path => {
          loaded += sizes.get(path) ?? 0;
        });
        return { loadedBytes: () => loaded, search: (query, limit) => knowledge.search(query, { limit, locale }) };
      },
    };
  },
};
