import type { ArticleInput } from './articleInput.js';
import type { Problem } from './problem.js';

/** By locale: groups of words that mean the same on a site. */
export type Synonyms = Readonly<Record<string, readonly (readonly string[])[]>>;

/** The groups of a locale, from the site and from its articles, each once, in their order; what is no group is reported. */
export function collectSynonyms(
  locale: string,
  site: Synonyms,
  articles: readonly ArticleInput[],
  report: (problem: Problem) => void,
): string[][] {
  const groups = new Map<string, string[]>();
  function add(given: readonly string[], where: string): void {
    const group = [...new Set(given.map(each => String(each).trim()).filter(each => each !== ''))];
    if (group.length > 1) groups.set(group.join('\n'), group);
    else {
      const message = `synonyms: expected two or more different words that mean the same, got ${JSON.stringify(given)}`;
      report({ severity: 'warning', where, message });
    }
  }
  for (const group of Object.hasOwn(site, locale) ? (site[locale] ?? []) : []) add(group, `synonyms of ${locale}`);
  for (const { synonyms = [], source, id } of articles) for (const group of synonyms) add(group, source ?? id);
  return [...groups.values()];
}
