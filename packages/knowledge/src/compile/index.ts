export type { ArticleInput } from './articleInput.js';
export { type CompiledFiles, type CompileOptions, compile } from './compile.js';
export { formatProblem, type Problem } from './problem.js';
export { type ReadFolderOptions, type ReadFolderResult, readFolder } from './readFolder.js';
export { type FrontMatter, type FrontMatterResult, readFrontMatter } from './readFrontMatter.js';
export { type ReadHtmlSiteOptions, readHtmlSite } from './readHtmlSite.js';
export type { HtmlPage } from './site/readPage.js';
export type { SiteResult } from './site/siteArticles.js';
export { type WriteResult, writeFiles } from './writeFiles.js';
