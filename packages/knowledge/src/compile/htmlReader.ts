import type { HtmlReader } from '@handrail/content';
import type { ArticleInput } from './articleInput.js';

/** A tag that HTML has: not an address between angle brackets, and not `<name>` as a stand-in for a name. */
const TAG =
  /<\/?(?:a|abbr|article|aside|audio|b|blockquote|br|button|caption|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|label|li|main|mark|nav|object|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?:[\s/][^>]*)?>/i;

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
