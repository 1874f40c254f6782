import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { readDoc } from './readDoc.js';

/** One page of the documentation. */
export interface DocPage {
  /** Path below `/docs/`, without `.md`; `''` is the first page, `guides/` a folder's own page. */
  readonly url: string;
  /** Absolute path of the Markdown file. */
  readonly file: string;
  readonly title: string;
}

/** Pages of one folder, under the folder's name; `''` for those at the top. */
export interface DocChapter {
  readonly name: string;
  readonly pages: readonly DocPage[];
}

const FIRST = /^(?:README|index)\.md$/i;

/** Every Markdown file of a folder in reading order: first pages first, then by name; hidden names are passed over. */
export async function listDocs(folder: string): Promise<DocChapter[]> {
  const paths = (await readdir(folder, { recursive: true }))
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => /\.md$/i.test(path) && !/(?:^|\/)[._]/.test(path));
  const pages = await Promise.all(paths.map(path => readPage(folder, path)));
  const chapters = new Map<string, DocPage[]>();
  for (const page of pages.sort(byPlace)) {
    const name = chapterOf(page.url);
    chapters.set(name, [...(chapters.get(name) ?? []), page]);
  }
  return [...chapters].map(([name, own]) => ({ name, pages: own }));
}

async function readPage(folder: string, path: string): Promise<DocPage> {
  const file = join(folder, path);
  const { title } = readDoc(await readFile(file, 'utf8'));
  return { url: urlOf(path), file, title: title ?? titleOf(path) };
}

/** `guides/install.md` to `guides/install`, `guides/README.md` to `guides/`. */
export function urlOf(path: string): string {
  const name = posix.basename(path);
  const folder = path.slice(0, path.length - name.length);
  return FIRST.test(name) ? folder : folder + name.replace(/\.md$/i, '');
}

function titleOf(path: string): string {
  const name = FIRST.test(basename(path)) ? basename(dirname(path)) : basename(path).replace(/\.md$/i, '');
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' || words === '.' ? 'Documentation' : words[0]?.toUpperCase() + words.slice(1);
}

const chapterOf = (url: string): string => (url.includes('/') ? url.slice(0, url.lastIndexOf('/')) : '');

function byPlace(a: DocPage, b: DocPage): number {
  const [x, y] = [chapterOf(a.url), chapterOf(b.url)];
  return x === y ? a.url.localeCompare(b.url, 'en') : x.localeCompare(y, 'en');
}
