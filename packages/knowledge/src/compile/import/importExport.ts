import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { ArticleInput } from '../articleInput.js';
import type { Problem } from '../problem.js';
import { articleFile } from './articleFile.js';
import { convertArticles } from './convertArticles.js';
import { type Downloaded, type DownloadOptions, downloadImages } from './downloadImages.js';
import { type LoadedExport, loadExport, type ReadExportOptions } from './readExport.js';

/** How an export becomes a folder. */
export interface ImportOptions extends ReadExportOptions {
  /** Fetch images into the folder. Default: they stay links to where they are. */
  readonly images?: boolean;
  /** Hosts images may come from besides the vendor's and the help centre's. */
  readonly hosts?: readonly string[];
  /** Write over files that were changed since. Default: they are left alone, with a remark. */
  readonly force?: boolean;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
  readonly onProgress?: DownloadOptions['onProgress'];
}

/** What an import did. */
export interface ImportResult {
  readonly vendor: string | null;
  readonly articles: readonly ArticleInput[];
  /** Paths below the folder. */
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly images: number;
  readonly problems: readonly Problem[];
}

/**
 * Turns a help desk's export into a folder of Markdown files that people edit and `readFolder` reads. A file that is
 * there and differs is left alone unless `force` is set. Throws when the export cannot be found or the folder cannot be written.
 */
export async function importExport(path: string, out: string, options: ImportOptions = {}): Promise<ImportResult> {
  const loaded = await loadExport(path, options);
  const { vendor, exported, problems: found } = loaded;
  const problems = [...found];
  if (vendor === null) return { vendor: null, articles: [], written: [], unchanged: 0, images: 0, problems };
  const defaultLocale = options.defaultLocale ?? 'en';
  const images = options.images ? await fetchImages(loaded, defaultLocale, options) : [];
  for (const image of images) {
    if ('refused' in image) {
      const message = `image not fetched, its address stays: ${image.refused}`;
      problems.push({ severity: 'warning', where: image.src, message });
    }
  }
  const paths = new Map(images.flatMap(image => ('path' in image ? [[image.src, image.path] as const] : [])));
  const articles = convertArticles(vendor, exported, {
    defaultLocale,
    onProblem: problem => problems.push(problem),
    image: (src, source) => {
      const local = paths.get(src);
      return local === undefined ? src : posix.relative(posix.dirname(source), local);
    },
  });
  const files = new Map<string, Uint8Array | string>([
    ...articles.map(article => [article.source ?? `${article.id}.md`, articleFile(article)] as const),
    ...images.flatMap(image => ('path' in image ? [[image.path, image.bytes] as const] : [])),
  ]);
  const written = await writeNew(files, out, options.force ?? false, problems);
  const unchanged = files.size - written.length;
  return { vendor: vendor.name, articles, written, unchanged, images: paths.size, problems };
}

async function fetchImages(loaded: LoadedExport, defaultLocale: string, options: ImportOptions): Promise<Downloaded[]> {
  const { vendor, exported } = loaded;
  if (vendor === null) return [];
  const sources: string[] = [];
  convertArticles(vendor, exported, {
    defaultLocale,
    image: src => {
      sources.push(src);
      return src;
    },
  });
  const own = exported.flatMap(({ address }) => {
    return address !== undefined && URL.canParse(address) ? [new URL(address).hostname] : [];
  });
  const { fetch, signal, onProgress } = options;
  const given = Object.fromEntries(
    Object.entries({ fetch, signal, onProgress }).filter(([, value]) => value !== undefined),
  );
  const hosts = [...new Set([...vendor.imageHosts, ...own])];
  return downloadImages(sources, { ...given, hosts, namedHosts: options.hosts ?? [] });
}

async function writeNew(
  files: ReadonlyMap<string, Uint8Array | string>,
  out: string,
  force: boolean,
  problems: Problem[],
): Promise<string[]> {
  const written: string[] = [];
  for (const [path, content] of files) {
    const there = await readFile(join(out, path)).catch(() => null);
    if (there?.equals(Buffer.from(content as string))) continue;
    if (there !== null && !force) {
      const message = 'is there already and differs from the export; --force writes over it';
      problems.push({ severity: 'skipped', where: path, message });
      continue;
    }
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
    written.push(path);
  }
  return written;
}
