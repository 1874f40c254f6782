import { readFileSync } from 'node:fs';
import { markdownIn } from '../../../docs/.vitepress/build/markdownIn.mjs';
import { root } from './run.mjs';

/** Markdown that is kept in step with the code: path from the top of the repository. */
export function docFiles() {
  const docs = markdownIn(`${root}docs`)
    .map(path => `docs/${path}`)
    .sort();
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...docs];
}

/** The text of one of them. */
export const readDoc = path => readFileSync(`${root}${path}`, 'utf8');

const BLOCK = /<!-- generated:([\w-]+) -->\n[\s\S]*?<!-- \/generated -->/g;

/** The text with every generated block as it should be; throws at a name nobody generates. */
export function withBlocks(text, blocks) {
  return text.replace(BLOCK, (_, name) => {
    if (!blocks.has(name)) throw new Error(`expected a block of ${[...blocks.keys()].join(', ')}, got "${name}"`);
    return `<!-- generated:${name} -->\n\n${blocks.get(name)}\n\n<!-- /generated -->`;
  });
}

/** Names of the generated blocks of a text. */
export const blockNames = text => [...text.matchAll(BLOCK)].map(([, name]) => name);
