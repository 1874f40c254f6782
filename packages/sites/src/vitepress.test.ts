import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Block } from '@handrail/content';
import { loadKnowledge } from '@handrail/knowledge';
import { compile, formatProblem, type Problem, readHtmlSite } from '@handrail/knowledge/compile';
import { afterAll, beforeAll, expect, test } from 'vitest';

const sources = fileURLToPath(new URL('../vitepress/', import.meta.url));
const command = fileURLToPath(new URL('../node_modules/vitepress/bin/vitepress.js', import.meta.url));
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'vitepress-'));
  await promisify(execFile)(process.execPath, [command, 'build', sources, '--outDir', dir]);
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

async function open() {
  const { articles, problems } = await readHtmlSite(dir);
  const more: Problem[] = [];
  const files = await compile(articles, { folder: dir, onProblem: problem => more.push(problem) });
  const knowledge = await loadKnowledge(async path => files.get(path) ?? '');
  return { articles, problems: [...problems, ...more].map(formatProblem), files, knowledge };
}

test('a site built by VitePress becomes articles', async () => {
  const { articles, problems } = await open();
  expect(articles.map(({ id, locale, title, summary, section }) => ({ id, locale, title, summary, section }))).toEqual([
    { id: 'guide/refunds', locale: 'en', title: 'Refunds', summary: undefined, section: 'Orders' },
    {
      id: 'guide/returns',
      locale: 'en',
      title: 'Return a bike',
      summary: 'Thirty days, label included.',
      section: 'Orders',
    },
    { id: 'guide/returns', locale: 'zh-Hans', title: '退回自行车', summary: undefined, section: undefined },
  ]);
  expect(problems).toEqual([
    '404.html: skipped: a page of the generator, not an article',
    'index.html: skipped: a start or search page, not an article',
  ]);
});

test('its sections, callouts, code, tables, images and links are what their author wrote', async () => {
  const { knowledge, files } = await open();
  const { tree, headings } = await knowledge.article('guide/returns');
  expect(headings.map(({ id, text }) => `${id}: ${text}`)).toEqual([
    'pack: Pack it',
    'print-the-label: Print the label',
  ]);
  const image = [...files.keys()].find(path => path.startsWith('images/'));
  const of = (kind: Block['t']) => tree.filter(block => block.t === kind);
  expect(of('callout')).toEqual([
    {
      t: 'callout',
      kind: 'warning',
      titled: true,
      c: [
        { t: 'p', c: ['Take the battery out'] },
        { t: 'p', c: ['Parcel services refuse it. ', { t: 'img', src: image, alt: 'The box' }] },
      ],
    },
    { t: 'callout', kind: 'danger', c: [{ t: 'p', c: ['Never post a damaged battery.'] }] },
  ]);
  expect(of('quote')).toMatchObject([{ fold: true, c: [{ c: ['Which box fits?'] }, { t: 'p' }] }]);
  expect(of('pre')).toEqual([
    { t: 'pre', lang: 'sh', v: 'npm run label' },
    { t: 'pre', lang: 'sh', v: 'yarn label' },
    { t: 'pre', lang: 'js', v: 'const label = await order.label();\n\nprint(label);' },
  ]);
  expect(of('table')).toEqual([
    {
      t: 'table',
      align: [null, 'end'],
      head: [['Country'], ['Costs']],
      rows: [
        [['DE'], ['€0']],
        [['CH'], ['€12']],
      ],
    },
  ]);
  expect(tree[0]).toMatchObject({
    c: [
      expect.any(String),
      { t: 'ref', article: 'guide/refunds', section: 'by-card', c: ['refunds'] },
      ', or ask ',
      { t: 'link', href: 'https://shop.example.com/' },
      '.',
    ],
  });
  const back = (await knowledge.article('guide/refunds')).tree[0];
  expect(back).toMatchObject({ c: [expect.any(String), { t: 'ref', article: 'guide/returns', section: 'pack' }, '.'] });
});

test('it is searched down to its sections', async () => {
  const { knowledge } = await open();
  expect((await knowledge.search('print the label'))[0]).toMatchObject({ id: 'guide/returns' });
  expect((await knowledge.search('退款', { locale: 'zh-Hans' }))[0]?.id).toBe('guide/returns');
});
