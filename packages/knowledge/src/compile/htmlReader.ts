import type { HtmlReader } from '@handrail/content';
import type { ArticleInput } from './articleInput.js';

/** A tag, not an address between angle brackets. */
const TAG = /<\/?[a-z][a-z0-9-]*(?:[\s/][^>]*)?>/i;

/** What reads HTML, or `null` when no article holds any: a DOM takes a second to load, and most folders need none. */
export async function openHtml(articles: readonly ArticleInput[]): Promise<HtmlReader | null> {
  const some = articles.some(({ tree, html, body }) => {
    return tree === undefined && (html !== undefined || (body !== undefined && TAG.test(body)));
  });
  return some ? loadHtmlReader() : null;
}

/** Loads DOMPurify and jsdom. Scripts of what is read never run, nothing it names is fetched. */
export async function loadHtmlReader(): Promise<HtmlReader> {
  const [{ JSDOM }, { readHtml }] = await Promise.all([import('jsdom'), import('@handrail/content/html')]);
  const { window } = new JSDOM('');
  return (html, options) => readHtml(html, window, options);
}
