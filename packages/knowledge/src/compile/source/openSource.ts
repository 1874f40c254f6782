import { readdir, stat } from 'node:fs/promises';
import type { ArticleInput } from '../articleInput.js';
import { DIALECTS } from '../dialects/dialects.js';
import { findGenerator, readGenerator } from '../dialects/readGenerator.js';
import { readExport } from '../import/readExport.js';
import { VENDORS } from '../import/vendors.js';
import type { Problem } from '../problem.js';
import { readFolder } from '../readFolder.js';
import { readSiteFile, SITE_FILES, type SiteSettings } from '../settings/readSiteFile.js';
import { SourceError } from './sourceError.js';

/** How a source is opened. */
export interface OpenSourceOptions {
  /** What it is: `markdown`, a generator or a help desk. Default: found out. */
  readonly from?: string;
  /** Locale of articles that name none. Default: that of the site file, else `en`. */
  readonly defaultLocale?: string;
}

/** Articles of a source, ready for `compile`. */
export interface OpenedSource {
  /** `markdown`, or the name of a generator or a help desk. */
  readonly kind: string;
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
  /** What the site file at its root says; `synonyms` and `audiences` belong into the options of `compile`. */
  readonly site: SiteSettings;
  readonly defaultLocale: string;
  /** What `source` of the articles and their images are relative to; `null` for an export. */
  readonly folder: string | null;
}

/** What `from` may be. */
export const SOURCE_KINDS: readonly string[] = [
  'markdown',
  ...DIALECTS.map(({ name }) => name),
  ...VENDORS.map(({ name }) => name),
];

/**
 * Opens a folder of Markdown, the folder of a generator, or the export of a help desk (a file, or a folder of JSON files).
 * Throws `SourceError` when there is nothing of the kind or it may not be read; single files that cannot be read are
 * problems in the result.
 */
export async function openSource(path: string, options: OpenSourceOptions = {}): Promise<OpenedSource> {
  const isFolder = await look(path);
  const { settings, problems } = isFolder ? await readSiteFile(path) : { settings: {}, problems: [] };
  const site: SiteSettings = settings;
  const defaultLocale = options.defaultLocale ?? site.defaultLocale ?? 'en';
  const kind = options.from ?? (isFolder ? await findKind(path) : exportKind(path));
  const common = { site, defaultLocale };
  if (DIALECTS.some(({ name }) => name === kind)) {
    if (!isFolder) throw wrongKind(path, `a folder of ${kind}`, 'a file');
    const ignore = site.ignore ?? [];
    const read = await readGenerator(path, { generator: kind, defaultLocale, ignore });
    return { ...common, kind, articles: read.articles, problems: [...problems, ...read.problems], folder: path };
  }
  if (kind === 'export' || VENDORS.some(({ name }) => name === kind)) {
    const vendor = kind === 'export' ? {} : { vendor: kind };
    const read = await readExport(path, { ...vendor, defaultLocale });
    const all = [...problems, ...read.problems];
    return { ...common, kind: read.vendor ?? 'export', articles: read.articles, problems: all, folder: null };
  }
  if (!isFolder) throw wrongKind(path, 'a folder of Markdown files or the JSON export of a help desk', 'another file');
  const read = await readFolder(path, { defaultLocale });
  return { ...common, kind: 'markdown', articles: read.articles, problems: read.problems, folder: path };
}

/** Whether it is a folder; throws when there is nothing or it may not be read. */
async function look(path: string): Promise<boolean> {
  const expected = 'a folder of articles or the JSON export of a help desk';
  try {
    const isFolder = (await stat(path)).isDirectory();
    if (isFolder) await readdir(path);
    return isFolder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw wrongKind(path, expected, 'nothing of this name');
    throw new SourceError('unreadable', `${path}: expected ${expected}, got one that may not be read (${code})`);
  }
}

/** A folder with the configuration of a generator, or with JSON files and no Markdown; else Markdown. */
async function findKind(path: string): Promise<string> {
  const generator = findGenerator(path);
  if (generator !== null) return generator;
  const names = (await readdir(path, { recursive: true })).filter(name => !SITE_FILES.includes(name));
  const has = (pattern: RegExp) => names.some(name => pattern.test(name) && !name.includes('node_modules'));
  return has(/\.(?:md|mdx|markdown)$/i) || !has(/\.(?:json|jsonl|ndjson)$/i) ? 'markdown' : 'export';
}

function exportKind(path: string): string {
  return /\.(?:json|jsonl|ndjson)$/i.test(path) ? 'export' : 'markdown';
}

function wrongKind(path: string, expected: string, got: string): SourceError {
  return new SourceError('wrong', `${path}: expected ${expected}, got ${got}`);
}
