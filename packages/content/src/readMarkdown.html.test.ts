import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readHtml } from './readHtml.js';
import type { HtmlReader, ReadOptions } from './reading.js';
import { readMarkdown } from './readMarkdown.js';

const { window } = new JSDOM('');
const html: HtmlReader = (source, options) => readHtml(source, window, options);
const read = (source: string, options: ReadOptions = {}) => readMarkdown(source, { ...options, html });
const p = (...c: unknown[]) => ({ t: 'p', c });

test('tags may open and close around Markdown', () => {
  const source = '<details>\n<summary>How <b>long</b>?</summary>\n\nTwo **days**.\n\n- a\n- b\n\n</details>\n\nAfter.';
  expect(read(source).tree).toEqual([
    {
      t: 'quote',
      fold: true,
      c: [
        p('How ', { t: 'strong', c: ['long'] }, '?'),
        p('Two ', { t: 'strong', c: ['days'] }, '.'),
        { t: 'list', ordered: false, items: [[p('a')], [p('b')]] },
      ],
    },
    p('After.'),
  ]);
});

test('tags inside a paragraph, a heading, a cell and an item', () => {
  expect(read('Press <kbd>Ctrl</kbd>+<kbd>*C*</kbd> <br> H<sub>2</sub>O').tree).toEqual([
    p(
      'Press ',
      { t: 'code', as: 'kbd', v: 'Ctrl' },
      '+',
      { t: 'code', as: 'kbd', v: 'C' },
      ' ',
      { t: 'br' },
      ' H',
      { t: 'em', as: 'sub', c: ['2'] },
      'O',
    ),
  ]);
  expect(read('## The <kbd>Esc</kbd> key {#esc}').tree).toEqual([
    { t: 'h', level: 2, id: 'esc', c: ['The ', { t: 'code', as: 'kbd', v: 'Esc' }, ' key'] },
  ]);
  expect(read('| a |\n|---|\n| x<br>y |').tree[0]).toMatchObject({ rows: [[['x', { t: 'br' }, 'y']]] });
  expect(read('- <kbd>A</kbd> b').tree[0]).toMatchObject({ items: [[p({ t: 'code', as: 'kbd', v: 'A' }, ' b')]] });
});

test('images, tables and videos of HTML go through the same functions', () => {
  const resolveImage = (src: string) => ({ src: `images/${src}` });
  const { tree, warnings } = read(
    '<p align="center"><img src="a.png" alt="A" width="40" height="20"></p>\n\n<iframe src="https://youtu.be/dQw4w9WgXcQ" title="Fit"></iframe>\n\ntext\n\n<iframe src="https://evil.example/"></iframe>',
    { resolveImage },
  );
  expect(tree).toEqual([
    p({ t: 'img', src: 'images/a.png', alt: 'A', width: 40, height: 20 }),
    { t: 'video', src: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'Fit' },
    p('text'),
  ]);
  expect(warnings).toEqual([{ line: 7, message: expect.stringMatching(/^iframe left out: .* got https:\/\/evil/) }]);
});

test.each([
  ['one <textarea> **two** three'],
  ['<svg>\n\n**two**\n\nthree'],
  ['<title>\n\n**two** three'],
  ['<template>\n\ntwo\n\n</template>\n\nthree'],
  ['<noscript>\n\ntwo three\n\n</noscript>'],
])('%j keeps its words, whatever the tags do to them', source => {
  const text = JSON.stringify(read(source).tree);
  expect(text).toContain('two');
  expect(text).toContain('three');
});

test('a slot in the source is no way to say something twice', () => {
  const { tree } = read(
    '<handrail-slot n="1" block></handrail-slot>\n\nonce\n\n<handrail-slot n="2" block></handrail-slot>',
  );
  expect(JSON.stringify(tree).match(/once/g)).toHaveLength(1);
});

test('ids of headings are unique over Markdown and HTML, in reading order', () => {
  expect(read('## A\n\n<h2>A</h2>\n\n## A {#a-2}\n').headings.map(({ id }) => id)).toEqual(['a', 'a-3', 'a-2']);
});

test('a comment is nothing', () => {
  expect(read('a <!-- x --> b\n\n<!--\n\nc\n-->')).toMatchObject({ tree: [p('a  b')], warnings: [] });
});
