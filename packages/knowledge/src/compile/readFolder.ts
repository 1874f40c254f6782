import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { ArticleInput } from './articleInput.js';
import type { Problem } from './problem.js';
import { readFrontMatter } from './readFrontMatter.js';

/** How a folder is read. */
export interface ReadFolderOptions {
  /** Locale of articles outside a locale folder whose front matter names none. Default `en`. */
  readonly defaultLocale?: string;
}

/** Articles and what could not be read. */
export interface ReadFolderResult {
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
}

const MARKDOWN = /\.(?:md|mdx|markdown)$/i;
const LOCALE_FOLDER = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
const SKIPPED = new Set(['node_modules', 'dist', 'images', 'assets', 'public', 'static']);

/**
 * Reads the Markdown files of a folder and the folders below it, in the order of their paths. Hidden folders, folders of
 * assets and files that begin with `_` are passed over. The locale comes from front matter, else from the first folder of the
 * path (`zh-Hans/…`), else from the options; the id from front matter, else from the path.
 * Throws only if the folder itself cannot be read; a file that cannot be read is a problem in the result.
 */
export async function readFolder(dir: string, options: ReadFolderOptions = {}): Promise<ReadFolderResult> {
  const problems: Problem[] = [];
  const articles: ArticleInput[] = [];
  for (const path of await listMarkdown(dir, '', problems)) {
    const article = await readArticle(dir, path, options.defaultLocale ?? 'en', problems);
    if (article) articles.push(article);
  }
  return { articles, problems };
}

async function listMarkdown(dir: string, below: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(join(dir, below), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = posix.join(below, entry.name);
    if (entry.name.startsWith('.') || entry.name.startsWith('_')) continue;
    if (MARKDOWN.test(entry.name) && !entry.isDirectory()) paths.push(path);
    else if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
      try {
        paths.push(...(await listMarkdown(dir, path, problems)));
      } catch (error) {
        problems.push(unreadable(path, error));
      }
    }
  }
  return paths;
}

async function readArticle(
  dir: string,
  path: string,
  defaultLocale: string,
  problems: Problem[],
): Promise<ArticleInput | null> {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(dir, path)));
  } catch (error) {
    problems.push(unreadable(path, error));
    return null;
  }
  const front = readFrontMatter(source);
  if (!front.ok) {
    problems.push({ severity: 'error', where: path, line: front.line, message: front.message });
    return null;
  }
  for (const key of front.unknown) {
    problems.push({ severity: 'warning', where: path, message: `front matter key "${key}" is not used` });
  }
  const { data, body, bodyLine } = front;
  const [folder = '', ...rest] = path.split('/');
  const fromFolder = rest.length > 0 && LOCALE_FOLDER.test(folder) ? folder : undefined;
  const title = data.title ?? firstHeading(body);
  if (title === undefined || title.trim() === '') {
    problems.push({
      severity: 'error',
      where: path,
      line: 1,
      message: 'missing title: expected "title" in the front matter or a first line "# Title", got neither',
    });
    return null;
  }
  const id = data.id ?? idOf(fromFolder === undefined ? path : rest.join('/'));
  return { ...data, id, title, locale: data.locale ?? fromFolder ?? defaultLocale, body, bodyLine, source: path };
}

function firstHeading(body: string): string | undefined {
  return /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*$/m.exec(body.replace(/^(```|~~~)[\s\S]*?^\1/gm, ''))?.[1];
}

function idOf(path: string): string {
  return path.replace(MARKDOWN, '').replace(/\/(?:index|README)$/i, '');
}

function unreadable(path: string, error: unknown): Problem {
  const reason =
    error instanceof TypeError
      ? 'expected UTF-8 text, got other bytes'
      : error instanceof Error
        ? error.message
        : String(error);
  return { severity: 'error', where: path, message: `unreadable file: ${reason}` };
}
