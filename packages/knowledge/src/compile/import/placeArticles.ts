import { slug } from '@handrail/content';
import type { ExportedArticle } from './exportedArticle.js';

/** An article of an export with its id and file here. */
export interface PlacedArticle {
  readonly exported: ExportedArticle;
  readonly id: string;
  readonly locale: string;
  /** Path with `/`: `en-US/orders/where-is-my-order.md`. */
  readonly source: string;
}

const LONGEST_ID = 60;

/**
 * Gives articles ids made of their titles in the default language, the same in all languages, and a file below language
 * and section.
 */
export function placeArticles(articles: readonly ExportedArticle[], defaultLocale: string): PlacedArticle[] {
  const leads = new Map<string, ExportedArticle>();
  const localeOf = ({ locale }: ExportedArticle) => canonical(locale) ?? defaultLocale;
  const isDefault = (article: ExportedArticle) => localeOf(article).split('-')[0] === defaultLocale.split('-')[0];
  for (const article of articles) {
    const lead = leads.get(article.id);
    if (!lead || (!isDefault(lead) && isDefault(article))) leads.set(article.id, article);
  }
  const used = new Map<string, number>();
  const ids = new Map([...leads].map(([vendorId, lead]) => [vendorId, freeId(lead, used)]));
  return articles.map(exported => {
    const locale = localeOf(exported);
    const id = ids.get(exported.id) ?? exported.id;
    const section = leads.get(exported.id)?.section;
    const folder = section === undefined ? '' : `${shorten(slug(section))}/`;
    return { exported, id, locale, source: `${locale}/${folder}${id}.md` };
  });
}

function freeId({ id, title }: ExportedArticle, used: Map<string, number>): string {
  const words = /[\p{L}\p{N}]/u.test(title) ? shorten(slug(title)) : `article-${id}`;
  const count = (used.get(words) ?? 0) + 1;
  used.set(words, count);
  return count === 1 ? words : `${words}-${count}`;
}

function shorten(text: string): string {
  if (text.length <= LONGEST_ID) return text;
  const cut = text.slice(0, LONGEST_ID + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20)).slice(0, LONGEST_ID);
}

/** `en-US` for `en-us` and `en_US`; `null` for what is no language tag. */
function canonical(locale: string | null): string | null {
  try {
    return locale === null ? null : (Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? null);
  } catch {
    return null;
  }
}
