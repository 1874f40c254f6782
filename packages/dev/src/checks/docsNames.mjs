import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

const FENCE = /^( *)(```|~~~)[^\n]*\n[\s\S]*?^\1\2[ \t]*$/gm;

const GENERATED = /<!-- generated:[\w-]+ -->([\s\S]*?)<!-- \/generated -->/g;

/** Names as code has them: `camelCase`, `snake_case`, `event:name`, `$store`, `data-attribute`. */
const NAME = /^\$?[a-z]+(?:[A-Z][a-z0-9]+)+$|^[a-z]+(?:_[a-z]+)+$|^[a-z]+:[a-z]+$|^\$[a-z]+$|^data-[a-z]+$/;

/**
 * Options, events, codes and other names in backticks that nothing in the sources knows. Pages about moving name what other
 * vendors have, and decisions what once was: they are left out.
 */
export async function checkDocsNames(texts) {
  const known = wordsOfSources();
  // Generated tables hold names the code puts together, such as those of figures.
  for (const text of texts.values())
    for (const [, table] of text.matchAll(GENERATED))
      for (const [, name] of table.matchAll(/`([^`]+)`/g)) known.add(name);
  const isUnknown = name => NAME.test(name) && !known.has(name);
  return [...texts]
    .filter(([path]) => !/^docs\/(?:moving|decisions)\/|^CHANGELOG/.test(path))
    .flatMap(([path, text]) =>
      text
        .replace(FENCE, attributesIn)
        .split('\n')
        .flatMap((line, n) =>
          [...line.matchAll(/`([^`]+)`/g)]
            .filter(([, name]) => isUnknown(name))
            .map(([, name]) => `${path}:${n + 1}: nothing in the sources knows \`${name}\``),
        ),
    );
}

/** Of a block only the attributes of its tags are looked at, each as if it stood in prose. */
function attributesIn(block) {
  return block.replace(/[^\n]+/g, line =>
    [...line.matchAll(/\s(data-[a-z]+)=/g)].map(([, name]) => `\`${name}\``).join(''),
  );
}

/** Attributes the script tag reads. */
function tagAttributes() {
  const files = ['loader/readScriptTag.ts', 'readWidgetConfig.ts'];
  const text = files.map(path => readFileSync(`${root}packages/widget/src/${path}`, 'utf8')).join('');
  return [...text.matchAll(/\bdata\.(\w+)/g)].map(([, name]) => `data-${name}`);
}

function wordsOfSources() {
  const words = new Set(tagAttributes());
  for (const folder of ['packages', 'examples'])
    for (const file of sourcesIn(`${root}${folder}`))
      for (const [word] of readFileSync(file, 'utf8').matchAll(/\$?[A-Za-z]\w*(?::[a-z]+)?/g)) {
        words.add(word);
        words.add(word.split(':')[0]);
      }
  return words;
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (['node_modules', 'dist'].includes(entry.name) || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(?:tsx?|mjs|json)$/.test(entry.name) ? [path] : [];
  });
}
