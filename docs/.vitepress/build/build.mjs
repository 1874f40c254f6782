import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile, formatProblem, readFolder, writeFiles } from '@handrail/knowledge/compile';
import { build } from 'vitepress';
import { API, apiPages } from './apiPages.mjs';
import { apiCache, docs, pages, root } from './folders.mjs';
import { suggestedOn } from './suggestedOn.mjs';
import { writePages } from './writePages.mjs';

// Builds the site into `.vitepress/dist`. Takes the time of the newest source of the packages, in ms, as its argument.
const [, , changed = '0'] = process.argv;
const recipe = statSync(new URL('apiPages.mjs', import.meta.url)).mtimeMs;
writePages(await keptApi(Math.max(Number(changed), recipe)));
cpSync(`${root}packages/widget/dist/w`, `${pages}public/handrail`, { recursive: true });
await makeKnowledge();
await build(docs);

/** The API reference, made anew when a source is newer. */
async function keptApi(newest) {
  const paths = API.map(({ page }) => `api/${page}.md`);
  const file = path => join(dirname(apiCache), path);
  if (paths.every(path => existsSync(file(path)) && statSync(file(path)).mtimeMs > newest)) {
    return new Map(paths.map(path => [path, readFileSync(file(path), 'utf8')]));
  }
  const made = await apiPages();
  mkdirSync(apiCache, { recursive: true });
  for (const [path, text] of made) writeFileSync(file(path), text);
  return made;
}

/** The pages as articles of the help panel that stands on each of them; the API reference would crowd out the rest. */
async function makeKnowledge() {
  const { articles, problems } = await readFolder(pages);
  const on = suggestedOn(pages, '/docs/');
  const found = articles
    .filter(({ id }) => id !== 'index' && !id.startsWith('api/'))
    .map(article => ({ ...article, pages: on.get(article.id) ?? [] }));
  const files = await compile(found, { folder: pages, onProblem: problem => problems.push(problem) });
  // The front page, and the API reference with the links to it, are no articles of the panel.
  const ours = problems.filter(({ where }) => where !== 'index.md' && !where.startsWith('api/'));
  for (const problem of ours) process.stderr.write(`${formatProblem(problem)}\n`);
  await writeFiles(files, `${pages}public/help`);
}
