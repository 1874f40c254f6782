import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readHtml } from './readHtml.js';

const { window } = new JSDOM('');

test('keeps structure and words, drops what could run', () => {
  const { tree } = readHtml(
    '<h2>Fees</h2><p onclick="x()">A <b>bold</b> <a href="javascript:1">bad</a> <a href="https://a.example/">good</a></p>' +
      '<script>alert(1)</script><ul><li>one</li></ul><table><tr><th>k</th></tr><tr><td>v</td></tr></table><img src=x onerror=alert(1) alt="pic">',
    window,
  );
  expect(tree).toEqual([
    { t: 'h', level: 2, id: 'fees', c: ['Fees'] },
    {
      t: 'p',
      c: ['A ', { t: 'strong', c: ['bold'] }, ' bad ', { t: 'link', href: 'https://a.example/', c: ['good'] }],
    },
    { t: 'list', ordered: false, items: [[{ t: 'p', c: ['one'] }]] },
    { t: 'table', align: [null], head: [['k']], rows: [[['v']]] },
    { t: 'p', c: [{ t: 'img', src: 'x', alt: 'pic' }] },
  ]);
});
