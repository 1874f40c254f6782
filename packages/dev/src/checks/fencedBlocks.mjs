const FENCE = /^( *)(```|~~~)([^\n]*)\n([\s\S]*?)^\1\2[ \t]*$/gm;

/**
 * The fenced blocks of a Markdown text.
 * @returns {{ lang: string, code: string, line: number }[]} `line` of the block's first line in the file, from 1
 */
export function fencedBlocks(text) {
  return [...text.matchAll(FENCE)].map(({ 1: indent, 3: info, 4: code, index }) => ({
    lang: info.trim().split(' ')[0],
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    line: text.slice(0, index).split('\n').length + 1,
  }));
}
