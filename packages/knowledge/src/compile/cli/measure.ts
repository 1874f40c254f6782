import { gzipSync } from 'node:zlib';
import { plainText } from '@handrail/content';
import { splitSections } from '../../files/sections.js';
import { loadKnowledge } from '../../knowledge.js';
import type { CompiledFiles } from '../compile.js';
import { countWords } from '../countWords.js';

/** What a set of compiled files holds. */
export interface Measures {
  readonly articles: number;
  /** Articles by locale, the default first. */
  readonly locales: Readonly<Record<string, number>>;
  readonly sections: number;
  /** Of texts in scripts without spaces, characters. */
  readonly words: number;
  readonly files: number;
  readonly bytes: number;
  /** Of all files but images. */
  readonly gzipBytes: number;
}

/** Counts what was compiled. */
export async function measure(compiled: CompiledFiles): Promise<Measures> {
  const read = async (path: string) => Buffer.from(compiled.get(path) ?? '');
  const knowledge = await loadKnowledge(read);
  const locales: Record<string, number> = {};
  let sections = 0;
  let words = 0;
  for (const locale of knowledge.locales) {
    const articles = await knowledge.articles(locale);
    locales[locale] = articles.length;
    for (const { id } of articles) {
      const { tree } = await knowledge.article(id, locale);
      sections += splitSections(tree).filter(({ id: own, blocks }) => own !== null || blocks.length > 0).length;
      words += countWords(plainText(tree));
    }
  }
  let bytes = 0;
  let gzipBytes = 0;
  for (const [path, content] of compiled) {
    bytes += Buffer.byteLength(content);
    if (!path.startsWith('images/')) gzipBytes += gzipSync(content).length;
  }
  const articles = Object.values(locales).reduce((sum, count) => sum + count, 0);
  return { articles, locales, sections, words, files: compiled.size, bytes, gzipBytes };
}
