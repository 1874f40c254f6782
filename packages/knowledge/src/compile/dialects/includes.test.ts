import { expect, test } from 'vitest';
import { readSnippets, readVitepressIncludes } from './includes.js';
import { type Line, toLines } from './lines.js';

const FILES: Readonly<Record<string, string>> = {
  'part.md': '---\ntitle: x\n---\none\ntwo\nthree\n',
  'code.py': 'a\n# --8<-- [start:main]\nb\n# --8<-- [end:main]\nc\n',
  'code.ts': 'a\n// #region main\nb\n// #region other\nc\n// #endregion other\n// #endregion main\nd',
  'deep/x.md': '--8<-- "part.md"',
};

function options() {
  const remarks: string[] = [];
  return {
    remarks,
    from: 'a.md',
    read: (path: string) => {
      const text = FILES[path.replace(/^(?:@\/|\.\/)/, '')];
      return text === undefined ? null : { text, path };
    },
    remark: (line: number, message: string) => remarks.push(`${line}: ${message}`),
  };
}

const join = (lines: readonly Line[]) => lines.map(({ text }) => text).join('\n');

test.each([
  ['--8<-- "part.md"', 'one\ntwo\nthree'],
  ['--8<-- "part.md:2:3"', 'two\nthree'],
  ['--8<-- "part.md::1"', 'one'],
  ['--8<-- "part.md:3"', 'three'],
  ['--8<-- "code.py:main"', 'b'],
  ['--8<-- "code.py"', 'a\nb\nc'],
  ['  --8<-- "part.md:1:1"', '  one'],
  ['--8<--\npart.md:1:1\n;left.md\n\ncode.py:main\n--8<--', 'one\nb'],
  ['--8<-- "deep/x.md"', 'one\ntwo\nthree'],
  [';--8<-- "part.md"', ';--8<-- "part.md"'],
])('%j', (given, expected) => {
  const tools = options();
  expect([join(readSnippets(toLines(given), tools)), tools.remarks]).toEqual([expected, []]);
});

test.each([
  ['<!--@include: ./part.md-->', 'one\ntwo\nthree'],
  ['<!-- @include: ./part.md{2,} -->', 'two\nthree'],
  ['<!-- @include: ./part.md{,2} -->', 'one\ntwo'],
  ['<!-- @include: ./part.md{2} -->', 'two'],
  ['<!--@include: ./code.ts#other-->', 'c'],
  ['<<< @/code.ts#other{1 js:line-numbers} [title]', '````js\nc\n````'],
  ['<<< @/code.ts#other{ts}', '````ts\nc\n````'],
  ['```\n<<< @/code.ts\n```', '```\n<<< @/code.ts\n```'],
])('%j', (given, expected) => {
  const tools = options();
  expect([join(readVitepressIncludes(toLines(given), tools)), tools.remarks]).toEqual([expected, []]);
});

test('every line of a part is on the line that wants it', () => {
  const lines = readSnippets(toLines('a\n--8<-- "part.md:1:2"\nb'), options());
  expect(lines.map(({ line }) => line)).toEqual([1, 2, 2, 3]);
});
