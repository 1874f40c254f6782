import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parse, parseFragment } from 'parse5';
import { root } from '../run.mjs';
import { fencedBlocks } from './fencedBlocks.mjs';

/** Languages whose blocks other checks read. */
const READ_ELSEWHERE = ['js', 'jsx', 'ts', 'tsx', 'json', 'sh', 'vue', 'svelte'];

/** Languages nothing here can read; a block of any other is a problem, so that none goes unread by mistake. */
const UNREAD = ['', 'css', 'ini', 'nginx', 'markdown'];

/** HTML parses without an error, YAML is a site file of the knowledge, and no block is in a language nobody reads. */
export async function checkDocsMarkup(texts) {
  const { explain } = await import(pathToFileURL(`${root}packages/protocol/dist/explain.js`).href);
  const { SiteFileSchema } = await import(pathToFileURL(`${root}packages/knowledge/dist/schema.js`).href);
  const { parse: readYaml } = createRequire(`${root}packages/knowledge/package.json`)('yaml');
  const readers = {
    html: htmlErrors,
    yaml: code => explain(SiteFileSchema, readYaml(code)).map(({ path, expected }) => `${path}: expected ${expected}`),
  };
  return [...texts].flatMap(([path, text]) =>
    fencedBlocks(text).flatMap(({ lang, code, line }) => {
      if (lang in readers) return readers[lang](code).map(what => `${path}:${line}: ${what}`);
      const isKnown = READ_ELSEWHERE.includes(lang) || UNREAD.includes(lang);
      return isKnown ? [] : [`${path}:${line}: expected a block of a language that is read, got "${lang}"`];
    }),
  );
}

/** Errors of the parser, and elements that are not closed, which it forgives. */
function htmlErrors(code) {
  const errors = [];
  const options = {
    sourceCodeLocationInfo: true,
    onParseError: ({ code: what, startLine }) => errors.push(`HTML, line ${startLine}: ${what}`),
  };
  const tree = /^<!doctype/i.test(code) ? parse(code, options) : parseFragment(code, options);
  return [...errors, ...unclosed(tree)];
}

const VOID = ['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'];

function unclosed({ tagName, sourceCodeLocation, childNodes = [] }) {
  const isOpen = sourceCodeLocation?.startTag && !sourceCodeLocation.endTag && !VOID.includes(tagName);
  return [...(isOpen ? [`HTML: <${tagName}> is not closed`] : []), ...childNodes.flatMap(unclosed)];
}
