import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorPages } from './errorPages.mjs';
import { docs, pages } from './folders.mjs';
import { markdownIn } from './markdownIn.mjs';

const HOME = [
  '---',
  'title: Handrail',
  'titleTemplate: false',
  'pageClass: home',
  'sidebar: false',
  'aside: false',
  '---',
  '',
];

/**
 * Writes the Markdown of the whole site into one folder, with pages made from code among it.
 * @param {Map<string, string>} made Markdown by path
 */
export function writePages(made) {
  rmSync(pages, { recursive: true, force: true });
  for (const path of markdownIn(docs)) write(path, readFileSync(join(docs, path), 'utf8'));
  cpSync(`${docs}images`, `${pages}images`, { recursive: true });
  cpSync(`${docs}.vitepress/public`, `${pages}public`, { recursive: true });
  const errors = errorPages(readFileSync(`${docs}errors.md`, 'utf8'));
  write('errors.md', linkCodes(readFileSync(`${docs}errors.md`, 'utf8'), errors));
  for (const [path, text] of [...made, ...errors]) write(path, text);
}

/** `README.md` is the first page: git hosts show it, and the site has it as its index. */
function write(path, text) {
  const home = path === 'README.md';
  const file = join(pages, home ? 'index.md' : path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, (home ? HOME.join('\n') : '') + text.replace(/\]\(((?:\.\.\/)*)README\.md/g, ']($1index.md'));
}

/** The codes in the tables lead to their pages. */
function linkCodes(text, errors) {
  return text.replace(/^\| (`?)(\w+)\1 \|/gm, (row, mark, code) =>
    errors.has(`errors/${code}.md`) ? `| [${mark}${code}${mark}](errors/${code}.md) |` : row,
  );
}
