import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { ArticleInput } from './articleInput.js';
import { firstHeading } from './firstHeading.js';
import type { Problem } from './problem.js';
import { readFrontMatter } from './readFrontMatter.js';
import { readUtf8 } from './readUtf8.js';
import { readSiteFile, type SiteSettings } from './settings/readSiteFile.js';

/** How a folder is read. */
export interface ReadFolderOptions {
  /** Locale of articles outside a locale folder whose front matter names none. Default: that of the site file, else `en`. */
  readonly defaultLocale?: string;
}

/** Articles, what the folder's site file says, and what could not be read. */
export interface ReadFolderResult {
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
  /** To be handed to `compile`: `synonyms`, `audiences`, `defaultLocale`. */
  readonly site: SiteSettings;
}

const MARKDOWN = /\.(?:md|mdx|markdown)$/i;
const LOCALE_FOLDER = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
const SKIPPED = new Set(['node_modules', 'dist', 'images', 'assets', 'public', 'static']);

/**
 * Reads the Markdown files of a folder and the folders below it, in the order of their paths. Hidden folders, folders of
 * assets, files that begin with `_`, and what the site file ignores are passed over. The locale comes from front matter, else
 * from the first folder of the path (`zh-Hans/…`), else from the options; the id from front matter, else from the path.
 * Throws only if the folder itself cannot be read; a file that cannot be read is a problem in the result.
 */
export async function readFolder(dir: string, options: ReadFolderOptions = {}): Promise<ReadFolderResult> {
  const { settings: site, problems } = await readSiteFile(dir);
  const read = await readMarkdownFolder(dir, options.defaultLocale ?? site.defaultLocale ?? 'en', site.ignore ?? []);
  return { articles: read.articles, problems: [...problems, ...read.problems], site };
}

/** The same for whoever has read the site file already. */
export async function readMarkdownFolder(
  dir: string,
  defaultLocale: string,
  ignore: readonly string[],
): Promise<Omit<ReadFolderResult, 'site'>> {
  const problems: Problem[] = [];
  const articles: ArticleInput[] = [];
  const ignored = await createIgnored(ignore);
  for (const path of await listMarkdown(dir, '', problems)) {
    const reason = passedOver(path, ignored(path));
    if (reason !== null) problems.push({ severity: 'skipped', where: path, line: 1, message: reason });
    const article = reason === null ? await readArticle(dir, path, defaultLocale, problems) : null;
    if (article) articles.push(article);
  }
  return { articles, problems };
}

async function createIgnored(globs: readonly string[]): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  return picomatch([...globs], { dot: true });
}

function passedOver(path: string, isIgnored: boolean): string | null {
  if (isIgnored) return 'ignored by the site file';
  return posix.basename(path).startsWith('_') ? 'its name begins with _' : null;
}

async function listMarkdown(dir: string, below: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(join(dir, below), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = posix.join(below, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (MARKDOWN.test(entry.name) && !entry.isDirectory()) paths.push(path);
    else if (entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('_')) {
      try {
        paths.push(...(await listMarkdown(dir, path, problems)));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        problems.push({ severity: 'error', where: path, message: `unreadable folder: ${reason}` });
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
  const refuse = (message: string, line?: number) => {
    problems.push({ severity: 'error', where: path, ...(line === undefined ? {} : { line }), message });
    return null;
  };
  const file = await readUtf8(join(dir, path));
  if (!file.ok) return refuse(file.message);
  const front = readFrontMatter(file.text);
  if (!front.ok) return refuse(front.message, front.line);
  const { body, bodyLine, unknown } = front;
  const { draft, ...data } = front.data;
  for (const key of unknown) {
    problems.push({ severity: 'warning', where: path, message: `front matter key "${key}" is not used` });
  }
  if (draft === true) {
    problems.push({ severity: 'skipped', where: path, line: 1, message: 'a draft: its front matter says draft: true' });
    return null;
  }
  const [folder = '', ...rest] = path.split('/');
  const fromFolder = rest.length > 0 && LOCALE_FOLDER.test(folder) ? folder : undefined;
  const title = data.title ?? firstHeading(body);
  if (title === undefined || title.trim() === '') {
    const expected = 'expected "title" in the front matter or a first line "# Title", got neither';
    return refuse(`missing title: ${expected}`, 1);
  }
  const id = data.id ?? idOf(fromFolder === undefined ? path : rest.join('/'));
  return { ...data, id, title, locale: data.locale ?? fromFolder ?? defaultLocale, body, bodyLine, source: path };
}

function idOf(path: string): string {
  return path.replace(MARKDOWN, '').replace(/\/(?:index|README)$/i, '');
}
