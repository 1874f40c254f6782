import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleInput } from '../articleInput.js';
import { counted } from '../counted.js';
import { isRecord } from '../isRecord.js';
import type { Problem } from '../problem.js';
import { collectRecords, kindIn } from './collectRecords.js';
import { type ConvertOptions, convertArticles } from './convertArticles.js';
import type { ExportedArticle, Vendor } from './exportedArticle.js';
import { listExportFiles } from './listExportFiles.js';
import { readJson } from './readJson.js';
import { VENDORS } from './vendors.js';

/** How an export is read. */
export interface ReadExportOptions {
  /** `zendesk`, `intercom`, `helpscout` or `freshdesk`. Default: found out. */
  readonly vendor?: string;
  /** Locale of articles for which the export names none. Default `en`. */
  readonly defaultLocale?: string;
}

/** The articles of an export as the vendor has them. */
export interface LoadedExport {
  /** `null` when the files are no export of a known vendor; a problem says so. */
  readonly vendor: Vendor | null;
  readonly exported: readonly ExportedArticle[];
  readonly problems: readonly Problem[];
}

/** Articles with Markdown bodies, and what could not be read. */
export interface ReadExportResult {
  readonly vendor: string | null;
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the JSON export of a help desk: one file or a folder of them, pages and languages in any number.
 * Throws only when the file or folder cannot be found; records that cannot be used are problems with file and JSON path.
 */
export async function readExport(path: string, options: ReadExportOptions = {}): Promise<ReadExportResult> {
  const { vendor, exported, problems: found } = await loadExport(path, options);
  const problems = [...found];
  const settings: ConvertOptions = {
    defaultLocale: options.defaultLocale ?? 'en',
    onProblem: problem => problems.push(problem),
  };
  const articles = vendor === null ? [] : convertArticles(vendor, exported, settings);
  return { vendor: vendor?.name ?? null, articles, problems };
}

/** Reads an export without converting it. */
export async function loadExport(path: string, options: ReadExportOptions = {}): Promise<LoadedExport> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const { folder, paths } = await listExportFiles(path);
  const values: { value: unknown; path: string; where: string }[] = [];
  for (const where of paths) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, where)));
      const read = readJson(text, where);
      values.push(...read.values.map(each => ({ ...each, where })));
      problems.push(...read.problems);
    } catch (error) {
      const reason = error instanceof TypeError ? 'expected UTF-8 text, got other bytes' : String(error);
      report({ severity: 'error', where, message: `unreadable file: ${reason}` });
    }
  }
  const vendor = VENDORS.find(({ name }) => name === options.vendor) ?? findVendor(values.map(({ value }) => value));
  if (vendor === null) {
    const names = VENDORS.map(({ name }) => name).join(', ');
    const message = `expected an export of ${names}, got ${counted(paths.length, 'JSON file')} without an article of theirs`;
    return { vendor, exported: [], problems: [...problems, { severity: 'error', where: path, message }] };
  }
  const records = values.flatMap(each => collectRecords(vendor, each, report));
  const exported = vendor
    .read(records, report)
    .map(article => ({ ...article, locale: article.locale ?? localeIn(article.where) }));
  return { vendor, exported: usable(exported, report), problems };
}

/** Articles with a text, each once in a language: pages of an API may overlap. */
function usable(articles: readonly ExportedArticle[], report: (problem: Problem) => void): ExportedArticle[] {
  const seen = new Map<string, ExportedArticle>();
  return articles.filter(article => {
    const { id, locale, html, where, path } = article;
    const key = `${id} ${locale?.toLowerCase() ?? ''}`;
    const first = seen.get(key);
    const bare = html.replace(/<(?!img|iframe|video)[^>]*>|&nbsp;|\s/gi, '') === '';
    if (bare) report({ severity: 'skipped', where, path, message: 'has no text' });
    else if (first) {
      const message = `the same article as ${first.path} of ${first.where}`;
      report({ severity: 'skipped', where, path, message });
    } else seen.set(key, article);
    return !bare && !first;
  });
}

/** The vendor with the most articles in the values, by their shape. */
function findVendor(values: readonly unknown[]): Vendor | null {
  const counts = VENDORS.map(vendor => ({
    vendor,
    count: values.reduce<number>((sum, each) => sum + count(vendor, each, 0), 0),
  }));
  const [best] = counts.sort((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.vendor : null;
}

function count(vendor: Vendor, value: unknown, depth: number): number {
  if (depth > 6 || typeof value !== 'object' || value === null) return 0;
  const own = isRecord(value) && kindIn(vendor, value) === 'article' ? 1 : 0;
  return Object.values(value).reduce<number>((sum, each) => sum + count(vendor, each, depth + 1), own);
}

/** The language a file's path names: `de/articles.json`, `articles.de.json`. */
function localeIn(path: string): string | null {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const parts = path.split(/[/.]/).filter(part => /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(part));
  return parts.find(part => names.of(part.replace('_', '-')) !== undefined) ?? null;
}
