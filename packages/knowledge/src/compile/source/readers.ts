import picomatch from 'picomatch';
import type { ArticleInput } from '../articleInput.js';
import { DIALECTS } from '../dialects/dialects.js';
import { readGenerator } from '../dialects/readGenerator.js';
import { VENDOR_NAMES } from '../import/vendorNames.js';
import type { Problem } from '../problem.js';
import { readMarkdownFolder } from '../readFolder.js';

/** What a reader may know of its surroundings. */
export interface ReaderOptions {
  readonly defaultLocale: string;
  /** Globs of files that are no articles. */
  readonly ignore: readonly string[];
  readonly onProgress?: (done: number, all: number) => void;
}

/** Reads one kind of source; what only one kind needs is loaded when it is read. */
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
    const { readHtmlSite } = await import('../readHtmlSite.js');
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
  async read(url, { defaultLocale, onProgress }) {
    const { readSite } = await import('../readSite.js');
    const shown = onProgress
      ? { onProgress: ({ done, total }: { done: number; total: number }) => onProgress(done, total) }
      : {};
    return readSite(url, { defaultLocale, ...shown });
  },
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
    const { readExport } = await import('../import/readExport.js');
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
  ...Object.fromEntries(VENDOR_NAMES.map(name => [name, vendor(name)])),
};
