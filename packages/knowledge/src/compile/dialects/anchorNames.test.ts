import { expect, test } from 'vitest';
import { anchorNames } from './anchorNames.js';
import { takeHeadingIds } from './headingIds.js';
import { toLines } from './lines.js';

test('explicit ids, and what each generator makes of a heading', () => {
  const text =
    "## What's new?\n\n## 1. `Set` up {#setup}\n\n## Same\n\n## Same\n\n## Größe { #size .big }\n\n```\n## No {#no}\n```";
  const { lines, ids } = takeHeadingIds(toLines(text));
  const body = lines.map(line => line.text).join('\n');
  expect(body).not.toMatch(/#setup|#size/);
  const names = anchorNames(body, ids);
  const of = (name: string) => names.get(name);
  expect([of('whats-new'), of('setup'), of('_1-set-up'), of('same-1'), of('same_1'), of('size'), of('no')]).toEqual([
    'what-s-new',
    '1-set-up',
    '1-set-up',
    'same-2',
    'same-2',
    'größe',
    undefined,
  ]);
});
