import { gzipSync } from 'node:zlib';
import { loadKnowledge } from '@handrail/knowledge';
import { type CompiledFiles, compile } from '@handrail/knowledge/compile';
import type { Engine } from './engine.js';

/** `@handrail/knowledge` with its defaults, its files in memory. */
export const handrailEngine: Engine = {
  name: 'handrail',
  async build(articles) {
    const from = performance.now();
    const files = await compile(articles, { onProblem: () => {} });
    const buildMs = performance.now() - from;
    let loaded = 0;
    const knowledge = await loadKnowledge(async path => {
      const content = files.get(path);
      if (content === undefined) throw new Error(`${path}: not compiled`);
      loaded += gzipSync(content).length;
      return content;
    });
    return {
      buildMs,
      indexBytes: gzipSize(files, path => !path.includes('/articles/')),
      allBytes: gzipSize(files, () => true),
      loadedBytes: () => loaded,
      search: (query, limit) => knowledge.search(query, { limit }),
    };
  },
};

function gzipSize(files: CompiledFiles, counts: (path: string) => boolean): number {
  let bytes = 0;
  for (const [path, content] of files) if (counts(path)) bytes += gzipSync(content).length;
  return bytes;
}
