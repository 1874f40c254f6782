import { expect, test } from 'vitest';
import { anchorNames } from './anchorNames.js';
import { readHeadingIds } from './headingIds.js';
import { toLines } from './lines.js';

const read = (text: string) =>
  readHeadingIds(toLines(text))
    .map(line => line.text)
    .join('\n');

test('what each generator makes of a heading', () => {
  const names = anchorNames(
    read("## What's new?\n\n## 1. `Set` up\n\n## Same\n\n## Same\n\n## Größe\n\n```\n## No\n```"),
  );
  const of = (name: string) => names.get(name);
  expect([of('whats-new'), of('_1-set-up'), of('same-1'), of('same_1'), of('gro-e'), of('große'), of('no')]).toEqual([
    'what-s-new',
    '1-set-up',
    'same-2',
    'same-2',
    undefined,
    'größe',
    undefined,
  ]);
});

test.each([
  ['## A {#own}', '## A {#own}'],
  ['## A {: #own }', '## A {#own}'],
  ['## A { #own .big }', '## A {#own}'],
  ['## A {.big}', '## A'],
  ['> ## A {: #own } ##', '> ## A {#own}'],
  ['A {#own}', 'A {#own}'],
  ['```\n## A {: #own }\n```', '```\n## A {: #own }\n```'],
])('%j', (given, expected) => expect(read(given)).toBe(expected));
