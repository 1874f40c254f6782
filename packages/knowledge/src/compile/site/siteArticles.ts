import { languageOf } from '../../text/locales.js';
import type { ArticleInput } from '../articleInput.js';
import type { Problem } from '../problem.js';
import { pageKey, pathOnSite, type SitePlace } from './addresses.js';
import type { ReadPage } from './readPage.js';
import { siteSuffix } from './siteSuffix.js';

/** Articles and what could not be read or was passed over. */
export interface SiteResult {
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
}

type Usable = Extract<ReadPage, { ok: true }>;

/** Read pages as articles: names without the site's, ids alike in every language, doubles and detours left out. */
export function siteArticles(pages: readonly ReadPage[], place: SitePlace, defaultLocale: string): SiteResult {
  const problems: Problem[] = [];
  const keys = new Set(pages.flatMap(({ ok, page }) => (ok ? [pageKey(page.path)] : [])));
  const usable: Usable[] = [];
  /** Addresses that lead to a page, by the page's key. */
  const others = new Map<string, string[]>();
  const leadOn = (to: string, from: string) => others.set(to, [...(others.get(to) ?? []), from]);
  for (const each of pages) {
    const { page, facts } = each;
    const target = each.ok ? facts.canonical : facts.refresh;
    const path = target === undefined ? undefined : pathOnSite(target, page.path, place);
    const key = path === undefined ? undefined : pageKey(path);
    const isElsewhere = key !== undefined && key !== pageKey(page.path) && keys.has(key);
    if (isElsewhere) leadOn(key, page.path);
    if (each.ok && !isElsewhere) usable.push(each);
    else if (each.ok) problems.push(skipped(each, `the same article as ${path} (its canonical address)`));
    else problems.push({ severity: each.severity, where: page.path, message: each.reason });
  }
  const suffix = siteSuffix(usable.map(({ facts }) => facts.title));
  const summaries = countOf(usable.map(({ facts }) => facts.summary));
  const articles = usable.flatMap(each => {
    const title = titleOf(each, suffix);
    if (title === '') {
      problems.push({ severity: 'error', where: each.page.path, message: NO_TITLE });
      return [];
    }
    // Pages with the same description have none of their own.
    const own = summaries.get(each.facts.summary) === 1 ? each.facts.summary : '';
    const aliases = others.get(pageKey(each.page.path)) ?? [];
    return [article(each, { title, summary: own, aliases, place, defaultLocale })];
  });
  return { articles, problems };
}

const NO_TITLE = 'missing title: expected an h1, a meta og:title or a title, got none';

const skipped = ({ page }: ReadPage, message: string): Problem => ({ severity: 'skipped', where: page.path, message });

interface ArticleParts {
  readonly title: string;
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly place: SitePlace;
  readonly defaultLocale: string;
}

function article({ page, facts, html }: Usable, parts: ArticleParts): ArticleInput {
  const { title, summary, aliases, place, defaultLocale } = parts;
  const locale = localeFor(facts.locale, defaultLocale);
  const { section, updated } = facts;
  return {
    id: idOf(page.path, facts.alternates, parts, facts.locale ?? locale),
    locale,
    title,
    ...(summary === '' ? {} : { summary }),
    ...(section === undefined ? {} : { section }),
    ...(updated === undefined ? {} : { updated }),
    html: page.url === undefined ? fromRoot(html, place) : html,
    source: page.path,
    addresses: [
      ...(page.url === undefined ? addressesOf(page.path, place) : [page.url]),
      ...(page.aliases ?? []),
      ...aliases.flatMap(path => addressesOf(path, place)),
    ],
  };
}

function titleOf({ facts }: Usable, suffix: string): string {
  const cut = (title: string) =>
    suffix !== '' && title.endsWith(suffix) ? title.slice(0, -suffix.length).trim() : title;
  return facts.heading || cut(facts.ogTitle) || cut(facts.title);
}

/** `en-US`, which is what generators write when nobody chose, is `en` where the articles are `en`. */
function localeFor(told: string | undefined, defaultLocale: string): string {
  if (told === undefined) return defaultLocale;
  const isRegional = /^[a-z]{2,3}-[A-Z]{2}$/.test(told) && defaultLocale === languageOf(told);
  return isRegional ? defaultLocale : told;
}

/** The path of the page, or of its counterpart in the default language, without the language. */
function idOf(
  path: string,
  alternates: ReadonlyMap<string, string>,
  { place, defaultLocale }: ArticleParts,
  locale: string,
): string {
  const original = alternates.get(defaultLocale.toLowerCase()) ?? alternates.get('x-default');
  const there = original === undefined ? undefined : pathOnSite(original, path, place);
  const key = pageKey(there ?? path);
  const [first = '', ...rest] = key.split('/');
  const tags = [locale, languageOf(locale), defaultLocale].map(tag => tag.toLowerCase());
  return (tags.includes(first.toLowerCase().replace('_', '-')) ? rest.join('/') : key) || 'index';
}

function addressesOf(path: string, { origin, base }: SitePlace): string[] {
  const key = pageKey(path);
  const isFolder = /(?:^|\/)index\.html?$/i.test(path);
  const published = `${base}${key}${isFolder && key !== '' ? '/' : ''}`;
  return origin === undefined ? [published] : [`${origin}${encodeURI(published)}`, published];
}

/** Images of a built site lie in its folder, whatever the site is published under. */
function fromRoot(html: string, { origin, base }: SitePlace): string {
  const own = `${origin ?? ''}${base}`;
  return html.replace(/(<(?:img|video|source)\b[^>]*?\ssrc=")([^"]*)/g, (whole, before: string, src: string) => {
    if (origin !== undefined && src.startsWith(own)) return `${before}/${src.slice(own.length)}`;
    return src.startsWith(base) && base !== '/' ? `${before}/${src.slice(base.length)}` : whole;
  });
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
