import { type Knowledge, loadKnowledge } from '@handrail/knowledge';
import { type CompiledFiles, compile } from '@handrail/knowledge/compile';
import type { BenchArticle } from '../corpora/benchArticle.js';

/** Compiles articles with the defaults, in memory. */
export async function compileArticles(articles: readonly BenchArticle[], locale: string): Promise<CompiledFiles> {
  const inputs = articles.map(({ markdown, ...article }) => {
    // Headings are in the Markdown already.
    return markdown === undefined ? { ...article, locale } : { ...article, headings: [], body: markdown, locale };
  });
  return compile(inputs, { defaultLocale: locale, onProblem: () => {} });
}

/** Opens compiled files; `onRead` is told each file that is read. */
export function openFiles(files: CompiledFiles, onRead: (path: string) => void = () => {}): Promise<Knowledge> {
  return loadKnowledge(async path => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`${path}: expected a compiled file, got none of that name`);
    onRead(path);
    return content;
  });
}
