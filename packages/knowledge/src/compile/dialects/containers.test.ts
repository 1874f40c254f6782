import { expect, test } from 'vitest';
import { readContainers } from './containers.js';
import { type Line, toLines } from './lines.js';

function read(text: string) {
  const remarks: string[] = [];
  const lines = readContainers(toLines(text), (line, message) => remarks.push(`${line}: ${message}`));
  return { text: squeeze(lines), lines, remarks };
}

const squeeze = (lines: readonly Line[]) =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

test.each([
  [':::note[Mind this]\nA\n:::', '> [!NOTE] Mind this\n>\n> A'],
  ['::: warning Hot\nA\n:::', '> [!WARNING] Hot\n>\n> A'],
  [':::info\n\nA\n\n- b\n\n:::', '> [!NOTE]\n> A\n>\n> - b'],
  ['::: details More {open}\nA\n:::', '<details>\n<summary>More</summary>\n\nA\n\n</details>'],
  ['::: v-pre\nA\n:::', 'A'],
  ['- x\n\n  :::tip\n  A\n  :::', '- x\n\n  > [!TIP]\n  > A'],
  ['no box :::note', 'no box :::note'],
])('%j', (given, expected) => expect(read(given).text).toBe(expected));

test('boxes in each other, and fences in boxes', () => {
  const text = '::::danger[Out]\nA\n\n:::tip\n```md\n:::\n````md\n```\nB\n:::\n::::\nC';
  expect(read(text).text).toBe(
    '> [!DANGER] Out\n>\n> A\n>\n>\n> > [!TIP]\n> > ```md\n> > :::\n> > ````md\n> > ```\n> > B\n\nC',
  );
});

test('code is left alone', () => {
  const text = '````md\n:::note\n```\n:::\n````';
  expect(read(text).text).toBe(text);
});

test('tabs of code have their titles', () => {
  expect(read('::: code-group\n```sh [npm]\nnpm i\n```\n```sh [yarn]\nyarn\n```\n:::').text).toBe(
    '**npm**\n\n```sh\nnpm i\n```\n\n**yarn**\n\n```sh\nyarn\n```',
  );
});

test('a box without an end goes to the end, with a remark on its line', () => {
  const { text, remarks } = read('A\n\n:::tip\nB');
  expect(text).toBe('A\n\n> [!TIP]\n> B');
  expect(remarks).toEqual(['3: ":::tip" has no end: expected a line of colons, got the end of the file']);
});

test('every line knows where it came from', () => {
  const { lines } = read('A\n:::note[T]\nB\n:::\nC');
  expect(lines.filter(({ text }) => /[ABC]$/.test(text)).map(({ text, line }) => [text, line])).toEqual([
    ['A', 1],
    ['> B', 3],
    ['C', 5],
  ]);
});

test('boxes without end in each other come to an end', () => {
  const { text } = read(':::note\n'.repeat(3000));
  expect(text.length).toBeLessThan(300_000);
  expect(text).toContain(':::note');
});
