import { expect, test } from 'vitest';
import { formatProblem } from '../problem.js';
import { readJson } from './readJson.js';

test('one value, also behind a byte order mark', () => {
  expect(readJson('\ufeff{"a": 1}', 'a.json')).toEqual({ values: [{ value: { a: 1 }, path: '$' }], problems: [] });
});

test('lines of values, empty ones passed over', () => {
  const { values } = readJson('{"a":1}\n\n[2]\n', 'a.ndjson');
  expect(values).toEqual([
    { value: { a: 1 }, path: '$[0]' },
    { value: [2], path: '$[2]' },
  ]);
});

test.each([
  [
    '{\n  "a": 1,\n  b: 2\n}',
    'a.json:3: error: broken JSON: expected a property name in double quotes, got "b" at column 3',
  ],
  ['{"a": [1, 2}', 'a.json:1: error: broken JSON: expected ",", got "}" at column 12'],
  ['{"a": 1', 'a.json:1: error: broken JSON: expected "}", got the end of the file at column 8'],
  ['', 'a.json:1: error: broken JSON: expected a value, got the end of the file at column 1'],
  ['{"a": 1} x', 'a.json:1: error: broken JSON: expected JSON, got "x" at column 10'],
  ['{"a": 1} {"b": 2}', 'a.json:1: error: broken JSON: expected the end of the file, got "{" at column 10'],
])('%j', (text, message) => {
  const { values, problems } = readJson(text, 'a.json');
  expect([values, problems.map(formatProblem)]).toEqual([[], [message]]);
});

test('of lines only the broken one is lost', () => {
  const { values, problems } = readJson('{"a":1}\n{"a":\n{"a":3}', 'a.jsonl');
  expect(values.map(({ path }) => path)).toEqual(['$[0]', '$[2]']);
  expect(problems[0]?.line).toBe(2);
});
