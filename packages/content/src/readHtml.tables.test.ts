import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readHtml } from './readHtml.js';
import type { ReadHtmlOptions } from './reading.js';

const { window } = new JSDOM('');
const read = (html: string, options?: ReadHtmlOptions) => readHtml(html, window, options);
const tree = (html: string) => read(html).tree;
const p = (...c: unknown[]) => ({ t: 'p', c });

const strong = (words: string) => p({ t: 'strong', c: [words] });

test('tables: head, heads of rows, spans, alignment, caption', () => {
  const html =
    '<table><caption>Fees</caption><thead><tr><th>To</th><th colspan="2" style="text-align:right">Price</th></tr></thead>' +
    '<tbody><tr><th rowspan="2">EU</th><td>1</td><td align="right">€5</td></tr><tr><td>2</td><td>€9</td></tr>' +
    '<tr><th>CH</th><td colspan="2">ask <ul><li>us</li><li>them</li></ul></td></tr></tbody></table>';
  expect(tree(html)).toEqual([
    strong('Fees'),
    {
      t: 'table',
      align: [null, 'end', 'end'],
      head: [['To'], ['Price'], ['Price']],
      rows: [
        [['EU'], ['1'], ['€5']],
        [['EU'], ['2'], ['€9']],
        [['CH'], ['ask', { t: 'br' }, '• us', { t: 'br' }, '• them'], []],
      ],
    },
  ]);
  expect(tree('<table><tr><td></td><th>a</th></tr><tr><th>b</th><td>1</td></tr></table>')).toMatchObject([
    { head: [[], ['a']], rows: [[['b'], ['1']]], rowHead: true },
  ]);
  expect(tree('<table><tr><td><b>k</b></td><td><b>v</b></td></tr><tr><td>1</td><td>2</td></tr></table>')).toMatchObject(
    [{ head: [[{ t: 'strong' }], [{ t: 'strong' }]], rows: [[['1'], ['2']]] }],
  );
});

test('a table for the layout is no table', () => {
  expect(tree('<table><tr><td><h2>A</h2><p>b</p></td><td><pre>c</pre></td></tr></table>').map(({ t }) => t)).toEqual([
    'h',
    'p',
    'pre',
  ]);
  expect(tree('<table><tr><td>Careful.</td></tr></table>')).toEqual([p('Careful.')]);
});
