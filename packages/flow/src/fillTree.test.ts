import type { Tree } from '@handrail/content';
import { expect, test } from 'vitest';
import { fillTree } from './fillTree.js';

test('values become text, and only in text', () => {
  const tree: Tree = [
    {
      t: 'p',
      c: [
        'Hi {name}, ',
        { t: 'link', href: 'https://example.com/{name}', c: [{ t: 'strong', c: ['{name}'] }] },
        '{gone}',
      ],
    },
    { t: 'list', ordered: false, items: [[{ t: 'p', c: ['{name}'] }]] },
  ];
  const name = '**<b>Ada</b>**';
  expect(fillTree(tree, { name })).toEqual([
    {
      t: 'p',
      c: [`Hi ${name}, `, { t: 'link', href: 'https://example.com/{name}', c: [{ t: 'strong', c: [name] }] }, ''],
    },
    { t: 'list', ordered: false, items: [[{ t: 'p', c: [name] }]] },
  ]);
});
