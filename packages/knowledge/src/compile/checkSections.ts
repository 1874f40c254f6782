import { slug, type Tree } from '@handrail/content';
import type { ArticleInput } from './articleInput.js';
import type { Problem } from './problem.js';
import type { ReadBody } from './readBody.js';
import { sourceLine } from './sourceLine.js';

/** An article as it was handed in and as it was read. */
export interface ReadArticle extends ReadBody {
  readonly input: ArticleInput;
}

/**
 * Lets links lead to the heading that the id they name stands at, also where the id is spelled as other tools make it (`#bad_request`),
 * and warns of links to sections that are not there; such a link stays and opens the article at its start.
 */
export function checkSections(articles: readonly ReadArticle[], report: (problem: Problem) => void): ReadArticle[] {
  const anchors = new Map(articles.flatMap(({ input, anchors: own }) => (own ? [[input.id, own] as const] : [])));
  const sections = new Map(articles.map(({ input, tree }) => [input.id, sectionsOf(tree)]));
  const headingOf = (article: string, section: string) => {
    const known = sections.get(article);
    if (known?.has(section)) return section;
    const spelled = slug(section);
    return anchors.get(article)?.get(section) ?? (known?.has(spelled) ? spelled : section);
  };
  const mended = articles.map(each => ({ ...each, tree: mend(each.tree, headingOf) }));
  for (const { input, tree } of mended) {
    for (const { article, section } of linksOf(tree)) {
      const known = sections.get(article);
      if (known === undefined || known.has(section)) continue;
      const line = lineOf(input, section);
      report({
        severity: 'warning',
        where: input.source ?? input.id,
        ...(line === undefined ? {} : { line }),
        message: `link to an unknown section: expected one of ${article} (${[...known].join(', ') || 'it has none'}), got #${section}`,
      });
    }
  }
  return mended;
}

/** A copy whose links name headings where they named other ids. */
function mend<T>(node: T, headingOf: (article: string, section: string) => string): T {
  if (Array.isArray(node)) return node.map(each => mend(each, headingOf)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, mend(value as unknown, headingOf)]);
  const copy = Object.fromEntries(entries) as { t?: unknown; article?: string; section?: string };
  if (copy.t !== 'ref' || copy.article === undefined || copy.section === undefined) return copy as T;
  return { ...copy, section: headingOf(copy.article, copy.section) } as T;
}

function sectionsOf(tree: Tree): Set<string> {
  return new Set(nodesOf(tree).flatMap(node => (node.t === 'h' && typeof node.id === 'string' ? node.id : [])));
}

function linksOf(tree: Tree): { article: string; section: string }[] {
  return nodesOf(tree).flatMap(({ t, article, section }) => {
    return t === 'ref' && typeof article === 'string' && typeof section === 'string' ? { article, section } : [];
  });
}

/** All nodes, at any depth. */
function nodesOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node: Record<string, unknown> = { ...value };
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

function lineOf(input: ArticleInput, section: string): number | undefined {
  const { body = '' } = input;
  const at = [section, encodeURIComponent(section)].map(each => body.indexOf(`#${each}`)).find(each => each >= 0);
  return at === undefined ? undefined : sourceLine(input, body.slice(0, at).split('\n').length);
}
