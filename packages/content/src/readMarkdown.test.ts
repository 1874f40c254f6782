import { expect, test } from 'vitest';
import { readMarkdown } from './readMarkdown.js';

const tree = (source: string) => readMarkdown(source).tree;

test('reads headings, paragraphs and inline marks', () => {
  const { tree, headings } = readMarkdown('## Steps\n\nTake **both** `keys` & go.\n\n## Steps\n');
  expect(headings).toEqual([
    { level: 2, id: 'steps', text: 'Steps' },
    { level: 2, id: 'steps-2', text: 'Steps' },
  ]);
  expect(tree[1]).toEqual({
    t: 'p',
    c: ['Take ', { t: 'strong', c: ['both'] }, ' ', { t: 'code', v: 'keys' }, ' & go.'],
  });
});

test('reads callouts of every kind and leaves plain quotes alone', () => {
  expect(tree('> [!WARNING]\n> Hot.')).toEqual([{ t: 'callout', kind: 'warning', c: [{ t: 'p', c: ['Hot.'] }] }]);
  expect(tree('> said')).toEqual([{ t: 'quote', c: [{ t: 'p', c: ['said'] }] }]);
  expect(tree('> [!NONSENSE] said')[0]).toMatchObject({ t: 'quote' });
});

test('reads tables with alignment', () => {
  expect(tree('| a | b |\n|---|--:|\n| 1 | **2** |')).toEqual([
    { t: 'table', align: [null, 'end'], head: [['a'], ['b']], rows: [[['1'], [{ t: 'strong', c: ['2'] }]]] },
  ]);
});

test('reads nested lists, task lists and ordered starts', () => {
  expect(tree('3. c\n4. d\n')[0]).toMatchObject({ t: 'list', ordered: true, start: 3 });
  expect(JSON.stringify(tree('- [x] done\n- [ ] open\n'))).toContain('☑');
  expect(tree('- a\n  - b\n')[0]).toMatchObject({ items: [[{ t: 'p' }, { t: 'list' }]] });
});

test.each([
  ['[x](javascript:alert(1))'],
  ['[x](<java\tscript:alert(1)>)'],
  ['[x](data:text/html,hi)'],
  ['[x](//evil.example)'],
  ['[x](vbscript:x)'],
])('refuses %s but keeps the words', source => {
  const result = readMarkdown(source);
  expect(JSON.stringify(result.tree)).not.toContain('"link"');
  expect(JSON.stringify(result.tree)).toContain('x');
});

test('leaves raw HTML out, with the line it stood on', () => {
  const result = readMarkdown('one\n\n<script>alert(1)</script>\n\ntwo <b onclick="x">three</b>');
  expect(result.tree).toEqual([
    { t: 'p', c: ['one'] },
    { t: 'p', c: ['two three'] },
  ]);
  expect(result.warnings[0]).toMatchObject({ line: 3 });
});

test('resolves links and images by the given functions', () => {
  const { tree } = readMarkdown('[a](b.md#c) ![d](e.png)', {
    resolveLink: href => (href === 'b.md#c' ? { article: 'b', section: 'c' } : href),
    resolveImage: () => ({ src: 'media/1.png', width: 2, height: 3 }),
  });
  expect(tree).toEqual([
    {
      t: 'p',
      c: [
        { t: 'ref', article: 'b', section: 'c', c: ['a'] },
        ' ',
        { t: 'img', src: 'media/1.png', width: 2, height: 3, alt: 'd' },
      ],
    },
  ]);
});

test('a video address becomes a video block', () => {
  expect(tree('![How to](https://youtu.be/abc)')).toEqual([
    { t: 'video', src: 'https://www.youtube.com/watch?v=abc', title: 'How to' },
  ]);
});

test('a source too deep for the lexer becomes its text', () => {
  const source = '>'.repeat(20000);
  expect(readMarkdown(source).tree.length).toBeGreaterThan(0);
});

test('footnotes are numbered by their first marks and stand at the end', () => {
  const source =
    'One[^b] two[^a] again[^b] none[^c].\n\n[^a]: Of *a*.\n[^b]: Of b\n  and more.\n\n    Second.\n\nEnd.\n';
  expect(tree(source)).toEqual([
    {
      t: 'p',
      c: [
        'One',
        { t: 'noteref', n: 1 },
        ' two',
        { t: 'noteref', n: 2 },
        ' again',
        { t: 'noteref', n: 1 },
        ' none[^c].',
      ],
    },
    { t: 'p', c: ['End.'] },
    {
      t: 'list',
      ordered: true,
      notes: true,
      items: [
        [
          { t: 'p', c: ['Of b\nand more.'] },
          { t: 'p', c: ['Second.'] },
        ],
        [{ t: 'p', c: ['Of ', { t: 'em', c: ['a'] }, '.'] }],
      ],
    },
  ]);
});

test('notes of notes end', () => {
  expect(tree('a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]\n').at(-1)).toMatchObject({
    items: [[{ c: ['b', { n: 2 }] }], [{ c: ['c', { n: 1 }] }]],
  });
});

test.each([
  ['## Fees {#my-fees}', 'my-fees', 'Fees'],
  ['## Fees {: #my-fees .wide}', 'my-fees', 'Fees'],
  ['## Fees {/* #my-fees */}', 'my-fees', 'Fees'],
  ['## Fees {not an id}', 'fees-not-an-id', 'Fees {not an id}'],
])('%s has the id %s', (source, id, text) => {
  expect(readMarkdown(source).headings).toEqual([{ level: 2, id, text }]);
});

test('words behind the mark of a callout are its title when something follows', () => {
  expect(tree('> [!TIP] Before **you** pack\n> Dry it.')).toEqual([
    {
      t: 'callout',
      kind: 'tip',
      titled: true,
      c: [
        { t: 'p', c: ['Before ', { t: 'strong', c: ['you'] }, ' pack'] },
        { t: 'p', c: ['Dry it.'] },
      ],
    },
  ]);
  expect(tree('> [!TIP] Title\n>\n> - a')[0]).toMatchObject({ titled: true, c: [{ c: ['Title'] }, { t: 'list' }] });
  expect(tree('> [!TIP] Only this.')).toEqual([{ t: 'callout', kind: 'tip', c: [{ t: 'p', c: ['Only this.'] }] }]);
});

test('a language is a word', () => {
  expect(tree('```js {1,3} title="a.js"\nx\n```')).toEqual([{ t: 'pre', lang: 'js', v: 'x' }]);
});

test('ten thousand footnotes take a moment', () => {
  const before = performance.now();
  const source = Array.from({ length: 10_000 }, (_, n) => `a[^${n}]\n\n[^${n}]: b\n\n`).join('');
  expect(tree(source).at(-1)).toMatchObject({ notes: true, items: { length: 10_000 } });
  expect(performance.now() - before).toBeLessThan(5000);
});
