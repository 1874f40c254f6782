import { readdir, stat } from 'node:fs/promises';
import type { ArticleInput } from '../articleInput.js';
import type { Problem } from '../problem.js';
import { readSiteFile, type SiteSettings } from '../settings/readSiteFile.js';
import { findKind } from './findKind.js';
import { READERS } from './readers.js';
import { SourceError } from './sourceError.js';

/** How a source is opened. */
export interface OpenSourceOptions {
  /** What it is: `markdown`, `html`, `site`, a generator or a help desk. Default: found out. */
  readonly from?: string;
  /** Locale of articles that name none. Default: that of the site file, else `en`. */
  readonly defaultLocale?: string;
  /** Called while pages are fetched from a site. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Articles of a source, ready for `compileSource`. */
export interface OpenedSource {
  /** `markdown`, `html`, `site`, or the name of a generator or a help desk. */
  readonly kind: string;
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
  /** What the site file at its root says. */
  readonly site: SiteSettings;
  readonly defaultLocale: string;
  /** What `source` of the articles and their images are relative to; `null` for an export and a site over HTTP. */
  readonly folder: string | null;
}

/** What `from` may be. */
export const SOURCE_KINDS: readonly string[] = Object.keys(READERS);

const EXPECTED = 'a folder of articles, the JSON export of a help desk or the address of a site';

/**
 * Opens a folder of Markdown, the folder of a generator, a built HTML site, a site over HTTP by its address, or the export
 * of a help desk (a file, or a folder of JSON files). Throws `SourceError` when there is nothing of the kind or it may not
 * be read; single files that cannot be read are problems in the result.
 */
export async function openSource(path: string, options: OpenSourceOptions = {}): Promise<OpenedSource> {
  const isAddress = /^https?:\/\//i.test(path);
  const isFolder = !isAddress && (await look(path));
  const { settings: site, problems } = isFolder ? await readSiteFile(path) : { settings: {}, problems: [] };
  const settings: SiteSettings = site;
  const defaultLocale = options.defaultLocale ?? settings.defaultLocale ?? 'en';
  const kind = options.from ?? (isAddress ? 'site' : await findKind(path, isFolder));
  const reader = kind === null ? undefined : READERS[kind];
  const given = isAddress ? 'address' : isFolder ? 'folder' : 'file';
  if (kind === null || !reader) throw wrong(path, EXPECTED, `a ${given}`);
  if (!reader.takes.includes(given)) throw wrong(path, `${reader.takes.join(' or ')} for "${kind}"`, `a ${given}`);
  const { onProgress } = options;
  const read = await reader.read(path, {
    defaultLocale,
    ignore: settings.ignore ?? [],
    ...(onProgress ? { onProgress } : {}),
  });
  return {
    kind: read.kind ?? kind,
    articles: read.articles,
    problems: [...problems, ...read.problems],
    site: settings,
    defaultLocale,
    folder: given === 'folder' && reader.hasFolder ? path : null,
  };
}

/** Whether it is a folder; throws when there is nothing or it may not be read. */
async function look(path: string): Promise<boolean> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    if (isFolder) await readdir(path);
    return isFolder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw wrong(path, EXPECTED, 'nothing of this name');
    throw new SourceError('unreadable', `${path}: expected ${EXPECTED}, got one that may not be read (${code})`);
  }
}

function wrong(path: string, expected: string, got: string): SourceError {
  return new SourceError('wrong', `${path}: expected ${expected}, got ${got}`);
}
