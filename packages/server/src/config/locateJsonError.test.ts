import { expect, test } from 'vitest';
import { locateJsonError } from './locateJsonError.js';

test.each(['{}', '[]', ' {"a": [1, -2.5e3, "x\\n\\u00e9", true, null, {}]} ', '"x"', '0'])(
  'finds nothing in %s',
  text => {
    expect(JSON.parse(text)).toBeDefined();
    expect(locateJsonError(text)).toBeNull();
  },
);

test.each([
  ['{"a":1,}', 1, 8, 'a name in double quotes', '"}"'],
  ['{\n"a" 1}', 2, 5, 'a colon after the name', '"1}"'],
  ['{"a":1\n"b":2}', 2, 1, 'a comma or }', '"\\"b\\":2}"'],
  ['[1 2]', 1, 4, 'a comma or ]', '"2]"'],
  ['[1,', 1, 4, 'a value', 'the end of the file'],
  ['{"a": "x', 1, 7, 'a value', '"\\"x"'],
  ['{"a": 01}', 1, 7, 'a value', '"01}"'],
  ["{'a': 1}", 1, 2, 'a name in double quotes', '"\'a\': 1}"'],
  ['{} x', 1, 4, 'the end of the file', '"x"'],
  ['{ // why\n}', 1, 3, 'a name in double quotes', '"// why"'],
])('finds the place in %j', (text, line, column, expected, got) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(locateJsonError(text)).toEqual({ line, column, expected, got });
});
