import { pathToFileURL } from 'node:url';
import { readContents } from '../../../../docs/.vitepress/build/contents.mjs';
import { errorPages } from '../../../../docs/.vitepress/build/errorPages.mjs';
import { root } from '../run.mjs';

/** Every page stands in the table of contents, once, and every code has a page of its own. */
export async function checkDocsSite(texts) {
  const listed = readContents(texts.get('docs/README.md') ?? '').flatMap(({ pages }) => pages.map(({ path }) => path));
  const written = [...texts.keys()].filter(path => path.startsWith('docs/') && path !== 'docs/README.md');
  const { ERROR_CODES } = await import(pathToFileURL(`${root}packages/protocol/dist/errorCodes.js`).href);
  const { CLOSE_CODES } = await import(pathToFileURL(`${root}packages/protocol/dist/closeCodes.js`).href);
  const made = errorPages(texts.get('docs/errors.md') ?? '');
  return [
    ...written
      .map(path => path.slice('docs/'.length))
      .filter(path => listed.filter(other => other === path).length !== 1)
      .map(path => `docs/README.md: expected one line "- [Title](${path})", got none or several`),
    ...[...Object.keys(ERROR_CODES), ...Object.keys(CLOSE_CODES)]
      .filter(code => !made.has(`errors/${code}.md`))
      .map(code => `docs/errors.md: no page is made for ${code}; expected its row in a table and a heading of its own`),
  ];
}
