import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { checkLink, checkSource } from './links.js';
import type { Tree } from './nodes.js';
import { plainText } from './plainText.js';
import { readHtml } from './readHtml.js';
import type { HtmlReader } from './reading.js';
import { readMarkdown } from './readMarkdown.js';
import { TreeSchema } from './schema.js';

const { window } = new JSDOM('');
const html: HtmlReader = (source, options) => readHtml(source, window, options);
const read = (source: string) => html(source);
const DATA = new URL('../../../../shared/data/security/', import.meta.url);

/** Every node of a tree. */
function nodesOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

/** What is wrong with a tree, in words. */
function flaws(tree: unknown): string[] {
  if (!Value.Check(TreeSchema, tree)) return [`not a tree: ${JSON.stringify(tree).slice(0, 200)}`];
  return nodesOf(tree).flatMap(({ href, src }) => [
    ...(typeof href === 'string' && checkLink(href) !== href ? [`link ${href}`] : []),
    ...(typeof src === 'string' && checkSource(src) !== src ? [`source ${src}`] : []),
  ]);
}

test.each([
  '<a href=" java&#10;script:alert(1)">x</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<details open ontoggle=alert(1)><summary>s</summary>x</details>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<handrail-slot n="0" block></handrail-slot><img src="data:image/svg+xml,x"><video src="javascript:x"></video>',
])('%s leaves nothing that could run', html => expect(flaws(read(html).tree)).toEqual([]));

const FILES = ['xss-html', 'own-xss-html', 'own-sinks', 'markdown', 'own-markdown', 'naughty-strings', 'own-text'];
describe.skipIf(!existsSync(DATA))('hostile texts', () => {
  test.each(FILES)(
    '%s.json',
    file => {
      const items = JSON.parse(readFileSync(new URL(`${file}.json`, DATA), 'utf8')) as Record<string, unknown>[];
      const texts = items.flatMap(item =>
        [item.payload, item.probe, item.text].filter(text => typeof text === 'string'),
      );
      expect(texts.length).toBeGreaterThan(5);
      const found: string[] = [];
      texts.forEach((text, index) => {
        const trees: Tree[] = [read(text).tree];
        // The long list is one of HTML; a part of it is enough for the way through Markdown.
        if (texts.length < 1000 || index % 10 === 0) trees.push(readMarkdown(text, { html }).tree);
        for (const tree of trees) found.push(...flaws(tree).map(flaw => `${text.slice(0, 80)}: ${flaw}`));
      });
      expect(found).toEqual([]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
    120_000,
  );
});

test.each([
  ['divs', '<div>'.repeat(10_000)],
  ['divs that seem to be closed', '<div></span>'.repeat(10_000)],
  ['bold', '<b>'.repeat(10_000)],
  ['lists', '<ul><li>'.repeat(10_000)],
  ['tables', '<table><tr><td>'.repeat(5000)],
  ['open tags', '<a '.repeat(200_000)],
  ['open comments', '<!--'.repeat(200_000)],
  ['open scripts', '<script '.repeat(200_000)],
])('ten thousand %s take a moment and keep the words', (_, html) => {
  const before = performance.now();
  const { tree, warnings } = read(`before ${html}deep`);
  expect(performance.now() - before).toBeLessThan(5000);
  expect(plainText(tree)).toContain('before');
  if (html.length < 200_000) expect(plainText(tree)).toContain('deep');
  if (html.includes('>'))
    expect(warnings[0]?.message).toMatch(/^only the words were read: expected at most 50000 elements/);
});

test('five megabytes of elements become words, of text a document', () => {
  const before = performance.now();
  const dense = read('<p>Some words <b>bold</b> and more.</p>'.repeat(140_000));
  expect(dense.tree).toHaveLength(1);
  const long = read(`<p>${'words and more '.repeat(100)}</p>`.repeat(3300));
  expect(long.tree).toHaveLength(3300);
  expect(performance.now() - before).toBeLessThan(60_000);
}, 120_000);
