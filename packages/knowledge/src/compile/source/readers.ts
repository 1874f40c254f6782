import picomatch from 'picomatch';
import type { ArticleInput } from '../articleInput.js';
import { DIALECTS } from '../dialects/dialects.js';
import { readGenerator } from '../dialects/readGenerator.js';
import { readExport } from '../import/readExport.js';
import { VENDORS } from '../import/vendors.js';
import type { Problem } from '../problem.js';
import { readMarkdownFolder } from '../readFolder.js';
import { readHtmlSite } from '../readHtmlSite.js';
import { readSite } from '../readSite.js';

/** What a reader may know of its surroundings. */
export interface ReaderOptions {
  readonly defaultLocale: string;
  /** Globs of files that are no articles. */
  readonly ignore: readonly string[];
  readonly onProgress?: (done: number, all: number) => void;
}

/** Reads one kind of source. */
export interface Reader {
  readonly takes: readonly ('folder' | 'file' | 'address')[];
  /** Whether images are found in the folder. */
  readonly hasFolder: boolean;
  readonly read: (
    path: string,
    options: ReaderOptions,
  ) => Promise<{
    readonly articles: readonly ArticleInput[];
    readonly problems: readonly Problem[];
    readonly kind?: string;
  }>;
}

const markdown: Reader = {
  takes: ['folder'],
  hasFolder: true,
  read: (path, { defaultLocale, ignore }) => readMarkdownFolder(path, defaultLocale, ignore),
};

const html: Reader = {
  takes: ['folder'],
  hasFolder: true,
  async read(path, { defaultLocale, ignore }) {
    const { articles, problems } = await readHtmlSite(path, { defaultLocale });
    const ignored = picomatch([...ignore], { dot: true });
    return {
      articles: articles.filter(({ source }) => source === undefined || !ignored(source)),
      problems: problems.filter(({ where }) => !ignored(where)),
    };
  },
};

const site: Reader = {
  takes: ['address'],
  hasFolder: false,
  read: (url, { defaultLocale, onProgress }) =>
    readSite(url, {
      defaultLocale,
      ...(onProgress ? { onProgress: ({ done, total }) => onProgress(done, total) } : {}),
    }),
};

const generator = (name: string): Reader => ({
  takes: ['folder'],
  hasFolder: true,
  read: (path, { defaultLocale, ignore }) => readGenerator(path, { generator: name, defaultLocale, ignore }),
});

const vendor = (name?: string): Reader => ({
  takes: ['file', 'folder'],
  hasFolder: false,
  async read(path, { defaultLocale }) {
    const read = await readExport(path, { defaultLocale, ...(name === undefined ? {} : { vendor: name }) });
    return { ...read, kind: read.vendor ?? 'export' };
  },
});

/** The readers by the names `--from` takes; `export` finds out whose it is. */
export const READERS: Readonly<Record<string, Reader>> = {
  markdown,
  html,
  site,
  ...Object.fromEntries(DIALECTS.map(({ name }) => [name, generator(name)])),
  export: vendor(),
  ...Object.fromEntries(VENDORS.map(({ name }) => [name, vendor(name)])),
};
