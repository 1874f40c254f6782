import type { ArticleInput } from './articleInput.js';
import type { Problem } from './problem.js';

/** Everyone may see it: what an article means that names no audience. */
const EVERYONE = new Set(['everyone', 'public', 'all']);

/** Sorts usable articles by locale (default locale first, then by name), reporting the others. */
export function checkArticles(
  articles: readonly ArticleInput[],
  defaultLocale: string,
  audiences: readonly string[],
  report: (problem: Problem) => void,
): Map<string, ArticleInput[]> {
  const seen = new Map<string, string>();
  const byLocale = new Map<string, ArticleInput[]>();
  for (const [index, article] of articles.entries()) {
    const where = article.source ?? (article.id || `article ${index + 1}`);
    const locale = article.locale ?? defaultLocale;
    const reason = refusal(article, locale);
    if (reason !== null) {
      report({ severity: 'error', where, message: reason });
      continue;
    }
    const audience = article.audience ?? 'everyone';
    if (!EVERYONE.has(audience) && !audiences.includes(audience)) {
      report({ severity: 'skipped', where, message: `for the audience "${audience}" only` });
      continue;
    }
    const key = `${locale}/${article.id}`;
    const first = seen.get(key);
    if (first !== undefined) {
      report({
        severity: 'error',
        where,
        message: `duplicate id: "${article.id}" (${locale}) is already used by ${first}`,
      });
      continue;
    }
    seen.set(key, where);
    const list = byLocale.get(locale);
    if (list) list.push(article);
    else byLocale.set(locale, [article]);
  }
  return new Map([...byLocale].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));

  function rank(locale: string): number {
    return locale === defaultLocale ? 0 : 1;
  }
}

function refusal(article: ArticleInput, locale: string): string | null {
  if (typeof article.id !== 'string' || article.id === '') return 'missing id: expected a non-empty text';
  if (typeof article.title !== 'string' || article.title.trim() === '') {
    return `missing title: expected a non-empty text, got ${JSON.stringify(article.title) ?? 'nothing'}`;
  }
  if (!/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(locale))
    return `bad locale: expected a language tag such as en or zh-Hans, got "${locale}"`;
  return typeof article.body === 'string' || typeof article.html === 'string' || Array.isArray(article.tree)
    ? null
    : 'missing body: expected Markdown in "body", HTML in "html" or a token tree in "tree"';
}
