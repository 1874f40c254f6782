import { expect, test } from 'vitest';
import { toLines } from './lines.js';
import { changeAddresses } from './markdownAddresses.js';

test.each([
  ['[a](x.md#b "t") ![c](d.png)', '[a](<x.md#b>k "t") ![c](<d.png>i)'],
  ['[![a](b.png)](c)', '[![a](<b.png>i)](<c>k)'],
  ['`[a](b)` [a](b_(c))', '`[a](b)` [a](<b_(c)>k)'],
  ['[a]: b.md "t"', '[a]: <b.md>k "t"'],
  ['[a]: b.png', '[a]: <b.png>i'],
  ['<img alt="x" src="a.png">', '<img alt="x" src="<a.png>i">'],
  ['[a](<b c.md>)', '[a](<b c.md>k)'],
  ['```\n[a](b)\n```', '```\n[a](b)\n```'],
])('%j', (given, expected) => {
  const marked = changeAddresses(toLines(given), (address, kind) => `«${address}»${kind.at(-1) === 'e' ? 'i' : 'k'}`)
    .map(({ text }) => text)
    .join('\n');
  const plain = marked.replace(/<«(.*?)»([ik])>/g, '<$1>$2').replace(/«(.*?)»([ik])/g, '<$1>$2');
  expect(plain).toBe(expected);
});
