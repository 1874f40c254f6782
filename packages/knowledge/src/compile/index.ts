export type { ArticleInput } from './articleInput.js';
export { type CompiledFiles, type CompileOptions, compile } from './compile.js';
export { formatProblem, type Problem } from './problem.js';
export { type ReadFolderOptions, type ReadFolderResult, readFolder } from './readFolder.js';
export { type FrontMatter, type FrontMatterResult, readFrontMatter } from './readFrontMatter.js';
export { type WriteResult, writeFiles } from './writeFiles.js';
