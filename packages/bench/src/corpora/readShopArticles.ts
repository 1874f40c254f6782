import { fileURLToPath } from 'node:url';
import { inlineText, plainText } from '@handrail/content';
import { readMarkdown } from '@handrail/content/markdown';
import { type ArticleInput, readFolder } from '@handrail/knowledge/compile';
import type { BenchArticle } from './benchArticle.js';
import type { ShopLocale } from './readShopQuestions.js';

/** The help centre of the example shop, in one language. */
export async function readShopArticles(locale: ShopLocale): Promise<BenchArticle[]> {
  const folder = fileURLToPath(new URL('../../../../examples/shop/help', import.meta.url));
  const { articles } = await readFolder(folder);
  return articles.filter(article => article.locale === locale).map(toBenchArticle);
}

function toBenchArticle({ id, title, summary = '', questions = [], tags = [], body = '' }: ArticleInput): BenchArticle {
  const { tree } = readMarkdown(body);
  const headings = tree.flatMap(block => (block.t === 'h' ? [inlineText(block.c)] : []));
  return { id, title, description: summary, headings, questions, tags, body: plainText(tree), markdown: body };
}
