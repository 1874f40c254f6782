import { expect, test } from 'vitest';
import { bodyHash } from './bodyHash.js';

test('equal for equal bodies, whatever the order of fields', () => {
  const a = { text: 'hi', source: { article: 'a', title: 'b', list: [1, null, { x: 1, y: 2 }] } };
  const b = { source: { list: [1, null, { y: 2, x: 1 }], title: 'b', article: 'a' }, text: 'hi', gone: undefined };
  expect(bodyHash('message', a)).toBe(bodyHash('message', b));
});

test('different for another body or kind', () => {
  const bodies = [
    {},
    { text: '' },
    { text: 'a' },
    { text: ['a'] },
    { text: '1' },
    { text: 1 },
    { text: null },
    [],
    ['a', 'b'],
    ['b', 'a'],
  ];
  const hashes = ['message', 'note'].flatMap(kind => bodies.map(body => bodyHash(kind, body)));
  expect(new Set(hashes).size).toBe(hashes.length);
});
