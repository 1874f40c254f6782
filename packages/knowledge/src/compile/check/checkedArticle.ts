import type { Tree } from '@handrail/content';
import { loadKnowledge } from '../../knowledge.js';
import type { ArticleInput } from '../articleInput.js';
import type { CompiledFiles } from '../compile.js';
import { sourceLine } from '../sourceLine.js';

/** An article as it was compiled, and as it was handed in. */
export interface CheckedArticle {
  readonly id: string;
  readonly locale: string;
  readonly title: string;
  readonly summary?: string;
  readonly updated?: string;
  readonly questions: readonly string[];
  readonly tree: Tree;
  /** File, or the id when there is none. */
  readonly where: string;
  /** The line of the file on which a text stands first, when it can be found. */
  readonly lineOf: (text: string) => number | undefined;
}

/** The articles of compiled files, with the files they are from. */
export async function checkedArticles(
  compiled: CompiledFiles,
  inputs: readonly ArticleInput[],
): Promise<CheckedArticle[]> {
  const knowledge = await loadKnowledge(async path => Buffer.from(compiled.get(path) ?? ''));
  // Of two with one id the first was compiled.
  const byId = new Map([...inputs].reverse().map(input => [key(input.id, input.locale), input]));
  const articles: CheckedArticle[] = [];
  for (const locale of knowledge.locales) {
    for (const { id } of await knowledge.articles(locale)) {
      const { title, summary, updated, tree } = await knowledge.article(id, locale);
      const input = byId.get(key(id, locale)) ?? byId.get(key(id, undefined));
      articles.push({
        id,
        locale,
        title,
        ...(summary === undefined ? {} : { summary }),
        ...(updated === undefined ? {} : { updated }),
        questions: input?.questions ?? [],
        tree,
        where: input?.source ?? id,
        lineOf: text => (input === undefined ? undefined : lineIn(input, text)),
      });
    }
  }
  return articles;
}

const key = (id: string, locale: string | undefined): string => `${locale ?? ''} ${id}`;

function lineIn(input: ArticleInput, text: string): number | undefined {
  const { body = '' } = input;
  const at = text === '' ? -1 : body.indexOf(text);
  return at < 0 ? undefined : sourceLine(input, body.slice(0, at).split('\n').length);
}
