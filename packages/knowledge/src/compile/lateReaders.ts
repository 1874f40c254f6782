import type { ReadGeneratorOptions, ReadGeneratorResult } from './dialects/readGenerator.js';
import type { ImportOptions, ImportResult } from './import/importExport.js';
import type { ReadExportOptions, ReadExportResult } from './import/readExport.js';
import type { ReadHtmlSiteOptions } from './readHtmlSite.js';
import type { ReadSiteOptions } from './readSite.js';
import type { HtmlPage } from './site/readPage.js';
import type { SiteResult } from './site/siteArticles.js';
import type { OpenedSource, OpenSourceOptions } from './source/openSource.js';

/**
 * Reads the pages of a Docusaurus, VitePress, Starlight or MkDocs project as articles. Configuration is read, not run.
 * Throws when the folder cannot be read or is of no known generator.
 */
export async function readGenerator(dir: string, options?: ReadGeneratorOptions): Promise<ReadGeneratorResult> {
  return (await import('./dialects/readGenerator.js')).readGenerator(dir, options);
}

/**
 * Turns a help desk's export into a folder of Markdown files that people edit and `readFolder` reads. A file that is
 * there and differs is left alone unless `force` is set. Throws when the export cannot be found or the folder cannot be written.
 */
export async function importExport(path: string, out: string, options?: ImportOptions): Promise<ImportResult> {
  return (await import('./import/importExport.js')).importExport(path, out, options);
}

/**
 * Reads the JSON export of a help desk: one file or a folder of them, pages and languages in any number.
 * Throws only when the file or folder cannot be found; records that cannot be used are problems with file and JSON path.
 */
export async function readExport(path: string, options?: ReadExportOptions): Promise<ReadExportResult> {
  return (await import('./import/readExport.js')).readExport(path, options);
}

/**
 * The articles of a built site: HTML pages in a folder, or given as they are. The main part of each page is found;
 * title, summary, language, date and chapter come from the page. Give `compile` the folder for the images.
 * Throws when the folder cannot be read or `address` is none; a page that cannot be read is a problem in the result.
 */
export async function readHtmlSite(
  site: string | readonly HtmlPage[],
  options?: ReadHtmlSiteOptions,
): Promise<SiteResult> {
  return (await import('./readHtmlSite.js')).readHtmlSite(site, options);
}

/**
 * The articles of a site over HTTP: what its sitemap names, of its own origin only, as robots.txt allows. Images stay where
 * they are. A page that cannot be had is a problem in the result. Throws only when `url` is no http address.
 */
export async function readSite(url: string, options?: ReadSiteOptions): Promise<SiteResult> {
  return (await import('./readSite.js')).readSite(url, options);
}

/**
 * Opens a folder of Markdown, the folder of a generator, a built HTML site, a site over HTTP by its address, or the export
 * of a help desk. Throws `SourceError` when there is nothing of the kind or it may not be read; single files that cannot
 * be read are problems in the result.
 */
export async function openSource(path: string, options?: OpenSourceOptions): Promise<OpenedSource> {
  return (await import('./source/openSource.js')).openSource(path, options);
}
