import { expect, test } from 'vitest';
import type { ArticleInput } from './compile/articleInput.js';
import { compile } from './compile/compile.js';
import { loadKnowledge } from './knowledge.js';

const english: ArticleInput[] = [
  {
    id: 'returns',
    title: 'Return an order',
    summary: 'Send something back within 30 days.',
    section: 'Orders',
    questions: ['I do not like it, can I send it back?'],
    pages: ['/orders/*'],
    updated: '2026-03-01',
    body: 'You have thirty days.\n\n## Print the label\n\nOpen your order and press **Print label**.\n\n## When the money comes\n\nRefunds take five working days after the parcel arrived.',
  },
  {
    id: 'battery',
    title: 'Replace the battery of the lamp',
    body: 'Unscrew the lid. Take the old battery out. See [returns](article:returns).',
  },
  { id: 'wifi', title: 'Connect to Wi-Fi', body: 'The lamp joins networks with 2.4 GHz only.' },
  { id: 'invoice', title: 'Download an invoice', body: 'Invoices are in your account under billing.' },
];
const chinese: ArticleInput[] = [
  {
    id: 'returns',
    locale: 'zh-Hans',
    title: '申请退货',
    body: '收到商品后三十天内可以退货。\n\n## 打印标签\n\n打开订单，然后打印标签。',
  },
  { id: 'battery', locale: 'zh-Hans', title: '更换台灯的电池', body: '拧开盖子，取出旧电池。' },
];
const japanese: ArticleInput[] = [
  { id: 'returns', locale: 'ja', title: '注文を返品する', body: '商品到着後三十日以内に返品できます。' },
  { id: 'battery', locale: 'ja', title: 'ランプの電池を交換する', body: 'ふたを外して古い電池を取り出します。' },
];

async function open(articles: readonly ArticleInput[] = [...english, ...chinese, ...japanese]) {
  const files = await compile(articles, { defaultLocale: 'en' });
  return loadKnowledge(async path => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`${path}: not found`);
    return content;
  });
}

const marked = (text: string, marks: readonly (readonly [number, number])[]) =>
  marks.map(([from, to]) => text.slice(from, to));

test('finds the article, opens the matching section and marks the words', async () => {
  const [hit] = await (await open()).search('when do refunds arrive');
  expect(hit).toMatchObject({ id: 'returns', section: 'when-the-money-comes', sectionTitle: 'When the money comes' });
  expect(marked(hit?.snippet.text ?? '', hit?.snippet.marks ?? [])).toEqual(['Refunds', 'arrived']);
  expect(hit?.marks).toEqual(hit?.snippet.marks);
});

test.each([
  ['typo', 'replace the batery', 'battery'],
  ['swapped letters', 'downlaod invoice', 'invoice'],
  ['unfinished word', 'downl', 'invoice'],
  ['inflected', 'returning orders', 'returns'],
  ['written together', 'wifi', 'wifi'],
  ['written apart', 'wi-fi', 'wifi'],
  ['small talk', 'hello, could somebody please tell me how to get an invoice? thanks', 'invoice'],
])('%s: %s', async (_name, query, id) => {
  expect((await (await open()).search(query))[0]?.id).toBe(id);
});

test('an unfinished word is only completed while typing', async () => {
  const knowledge = await open();
  expect(await knowledge.search('downl', { prefix: false })).toEqual([]);
});

test.each([
  ['zh-Hans', '怎么退货', 'returns', '退货'],
  ['zh-CN', '台灯电池', 'battery', '电池'],
  ['ja', '返品について教えてください', 'returns', '返品'],
  ['ja', '電池の交換', 'battery', '電池'],
])('%s: %s', async (locale, query, id, word) => {
  const [hit] = await (await open()).search(query, { locale });
  expect(hit?.id).toBe(id);
  expect(marked(hit?.title ?? '', hit?.titleMarks ?? []).join()).toContain(word);
});

test('an unfinished word stands for its family', async () => {
  const knowledge = await open([
    { id: 'ship', title: 'How we ship batteries', body: 'By road.' },
    { id: 'costs', title: 'What shipping costs', body: 'Free from 75 EUR.' },
    { id: 'care', title: 'Look after the battery', body: 'Keep it dry.' },
  ]);
  for (const query of ['battery shipp', 'battery shippi']) {
    expect((await knowledge.search(query))[0]?.id, query).toBe('ship');
  }
});

test('a snippet has no alternative texts of images', async () => {
  const image = { t: 'img', src: 'a.png', alt: 'A lamp in the snow', width: 1, height: 1 } as const;
  const [hit] = await (
    await open([
      {
        id: 'a',
        title: 'Snow',
        tree: [
          { t: 'p', c: [image] },
          { t: 'p', c: ['Keep it warm in snow.'] },
        ],
      },
    ])
  ).search('snow');
  expect(hit?.snippet.text).toBe('Keep it warm in snow.');
});

test('a single Chinese character is found and marked', async () => {
  const hits = await (await open()).search('电', { locale: 'zh' });
  expect(hits[0]?.id).toBe('battery');
  expect(marked(hits[0]?.title ?? '', hits[0]?.titleMarks ?? [])).toEqual(['电']);
});

test('a wrong character in Chinese is survived', async () => {
  const [hit] = await (await open()).search('更换台丁电池', { locale: 'zh' });
  expect(hit?.id).toBe('battery');
});

test('what is not there has no hit or little confidence', async () => {
  const knowledge = await open();
  expect(await knowledge.search('quantum chromodynamics')).toEqual([]);
  const sure = (await knowledge.search('download an invoice'))[0]?.confidence ?? 0;
  const unsure = (await knowledge.search('is the moon made of account cheese'))[0]?.confidence ?? 0;
  expect(sure).toBeGreaterThan(0.6);
  expect(unsure).toBeLessThan(0.3);
});

test('a real word that no article has is not taken for a slip, a mistyped one is', async () => {
  const knowledge = await open();
  const find = async (query: string) => (await knowledge.find(query, { prefix: false })).corrected;
  expect(await find('return an older lamp')).toBeNull();
  expect(await find('return an oredr')).toBe('return an order');
});

test('find says what was corrected and what is near', async () => {
  const knowledge = await open();
  expect((await knowledge.find('Replace the batery', { prefix: false })).corrected).toBe('Replace the battery');
  const empty = await knowledge.find('dwnlad invce');
  expect(empty).toMatchObject({ hits: [], corrected: null });
  expect(empty.nearest.map(({ id }) => id)).toContain('invoice');
  expect((await knowledge.find('invoice of the zeppelin pilot', { prefix: false })).fewer).toContain('invoice');
});

test('match uses questions and gives probabilities', async () => {
  const matches = await (await open()).match('I do not like it. May I send it back?');
  expect(matches[0]?.id).toBe('returns');
  expect(matches.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true);
  expect(await (await open()).match('bonjour')).toEqual([]);
});

test('article gives everything to read', async () => {
  const article = await (await open()).article('returns');
  expect(article).toMatchObject({ id: 'returns', locale: 'en', section: 'Orders', minutes: 1, updated: '2026-03-01' });
  expect(article.headings.map(({ text }) => text)).toEqual(['Print the label', 'When the money comes']);
  await expect((await open()).article('nope')).rejects.toThrow('got "nope"');
});

test('articles and suggestions', async () => {
  const knowledge = await open();
  expect((await knowledge.articles('zh')).map(({ title }) => title)).toEqual(['申请退货', '更换台灯的电池']);
  const byUrl = await knowledge.suggest({ url: 'https://shop.example/orders/17?x=1' });
  expect(byUrl.map(({ id }) => id)).toEqual(['returns']);
  const byWords = await knowledge.suggest({ url: '/elsewhere', title: 'Your invoice', headings: ['Download'] });
  expect(byWords[0]?.id).toBe('invoice');
});

test.each([undefined, 99, '2', 1])('refuses serializationVersion %s', async version => {
  const read = async () => JSON.stringify({ serializationVersion: version, defaultLocale: 'en', locales: [] });
  await expect(loadKnowledge(read)).rejects.toThrow(/expected serializationVersion 2, got/);
});

test('empty knowledge answers nothing', async () => {
  const knowledge = await open([]);
  expect(await knowledge.search('anything')).toEqual([]);
  expect(await knowledge.articles()).toEqual([]);
});

test('a file that fails once is asked for again', async () => {
  const files = await compile(english);
  let fail = true;
  const knowledge = await loadKnowledge(async path => {
    if (fail && path.endsWith('.bin')) throw new Error('offline');
    return files.get(path) ?? '';
  });
  await expect(knowledge.search('invoice')).rejects.toThrow('offline');
  fail = false;
  expect((await knowledge.search('invoice'))[0]?.id).toBe('invoice');
});
