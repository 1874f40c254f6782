import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { readMarkdown } from './readMarkdown.js';
import { TreeSchema } from './schema.js';

test('what the reader makes passes the schema', () => {
  const { tree } = readMarkdown(
    '# A\n\nb **c**\n\n- d\n\n> [!TIP]\n> e\n\n| f |\n|---|\n| g |\n\n```ts\nh\n```\n\n---\n',
  );
  expect([...Value.Errors(TreeSchema, tree)]).toEqual([]);
});

test.each([
  [[{ t: 'script', v: 'x' }]],
  [[{ t: 'p', c: [{ t: 'strong', c: [1] }] }]],
  [[{ t: 'p', c: ['x'], onclick: 'x' }]],
])('refuses %j', value => expect(Value.Check(TreeSchema, value)).toBe(false));
