import { fileURLToPath } from 'node:url';
import { type ArticleInput, readFolder } from '@handrail/knowledge/compile';
import type { ShopLocale } from './readShopQuestions.js';

/** The help centre of the example shop, in one language. */
export async function readShopArticles(locale: ShopLocale): Promise<ArticleInput[]> {
  const folder = fileURLToPath(new URL('../../../../examples/shop/help', import.meta.url));
  const { articles } = await readFolder(folder);
  return articles.filter(article => article.locale === locale);
}
