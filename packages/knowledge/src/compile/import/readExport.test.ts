import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatProblem } from '../problem.js';
import { readExport } from './readExport.js';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

async function read(name: string, vendor?: string) {
  const { articles, problems, vendor: found } = await readExport(fixture(name), vendor === undefined ? {} : { vendor });
  return {
    vendor: found,
    articles,
    problems: problems.map(formatProblem),
    of: (id: string, locale = 'en') => articles.find(each => each.id === id && each.locale === locale),
  };
}

test('Zendesk: pages, translations, sections, segments', async () => {
  const { vendor, articles, problems, of } = await read('zendesk');
  expect(vendor).toBe('zendesk');
  expect(articles.map(({ source, audience }) => [source, audience])).toEqual([
    ['en-US/colours-scenes/change-a-lamp-s-colour.md', undefined],
    ['en-US/trouble/reset-a-lamp.md', undefined],
    ['en-US/trouble/returns-desk.md', 'agents-and-managers'],
    ['en-US/trouble/7.md', undefined],
    ['de/trouble/reset-a-lamp.md', undefined],
  ]);
  expect(of('change-a-lamp-s-colour', 'en-US')).toMatchObject({
    title: "Change a lamp's colour",
    section: 'Colours & scenes',
    tags: ['colour', 'scene'],
    updated: '2024-11-05',
    aliases: ['360001'],
    addresses: [
      'https://lumen.zendesk.com/hc/en-us/articles/360001-Change-a-lamp-s-colour',
      'https://lumen.zendesk.com/hc/en-us/articles/360001',
    ],
  });
  expect(
    of('change-a-lamp-s-colour', 'en-US')?.body,
  ).toBe(`Open the app. See [how to reset](../trouble/reset-a-lamp.md#with-the-button) first, or [read on light](https://example.org/light?a=1&b=2).

## From the app

1. Touch the lamp.
2. Choose a colour.

> [!WARNING]
> Old lamps have **no** colours.

![Colour wheel](https://lumen.zendesk.com/hc/article_attachments/9001/wheel.png)

| Lamp | Colours |
| --- | --- |
| L1  | 1   |`);
  expect(of('reset-a-lamp', 'en-US')?.body).toContain(
    'Back to [the button](#with-the-button) or [colours](../colours-scenes/change-a-lamp-s-colour.md).',
  );
  expect(of('reset-a-lamp', 'de')?.title).toBe('Lampe zurücksetzen');
  expect(problems).toEqual([
    'articles-2.json $.articles[2]: error: broken record: expected an object, got the string "not an article"',
    'articles-1.json $.articles[2].draft: skipped: a draft',
    'articles-2.json $.articles[1].title: error: expected a text, got nothing',
    'articles-2.json $.articles[3].id: error: expected a text, got nothing',
    'articles-1.json $.articles[1].translations[2].draft: skipped: a draft',
  ]);
});

test('Intercom: default language, translations, drafts, collections', async () => {
  const { vendor, articles, problems, of } = await read('intercom');
  expect(vendor).toBe('intercom');
  expect(articles.map(({ source, title, section }) => [source, title, section])).toEqual([
    ['en/people/invite-a-colleague.md', 'Invite a colleague', 'People'],
    ['fr/people/invite-a-colleague.md', 'Inviter un collègue', 'Personnes'],
    ['en/plans.md', 'Plans', undefined],
  ]);
  expect(of('invite-a-colleague')).toMatchObject({ summary: 'Who may invite, and how many.', updated: '2023-01-05' });
  expect(of('invite-a-colleague')?.body).toBe(`Go to **People**.

> [!NOTE]
> Owners only.

![](https://downloads.intercomcdn.com/i/o/1/people.png)

See [plans](../plans.md).

![Inviting](https://www.youtube.com/watch?v=abc123)`);
  expect(problems).toEqual([
    'articles.json $.data[0].translated_content.pt-BR.state: skipped: a draft',
    'articles.json $.data[2].state: skipped: a draft',
  ]);
});

test('Help Scout: lists, single articles, lines, private collections', async () => {
  const { vendor, articles, problems, of } = await read('helpscout');
  expect(vendor).toBe('helpscout');
  expect(articles.map(({ source, audience }) => [source, audience])).toEqual([
    ['en/money/pay-by-card.md', undefined],
    ['en/inside/refunds.md', 'staff'],
  ]);
  expect(of('pay-by-card')).toMatchObject({
    tags: ['visa', 'mastercard'],
    updated: '2024-01-03',
    aliases: ['a1', '125'],
  });
  expect(of('pay-by-card')?.body).toBe(`> [!DANGER]
> Never send us your PIN.

All cards. See [refunds](../inside/refunds.md).

\`\`\`
visa
master
\`\`\``);
  expect(problems).toEqual([
    'articles-others.jsonl:3: error: broken JSON: expected a property name in double quotes, got "," at column 25',
    'articles-others.jsonl $[1].article.status: skipped: not published: its status is "notpublished"',
    'articles.json $.articles.items[1].text: error: expected a text, got nothing',
  ]);
});

test('Freshdesk: nested folders, visibility, keywords, a language from the path', async () => {
  const { vendor, articles, problems, of } = await read('freshdesk');
  expect(vendor).toBe('freshdesk');
  expect(articles.map(({ source, audience }) => [source, audience])).toEqual([
    ['es/orders/cancel-an-order.md', undefined],
    ['en/orders/cancel-an-order.md', undefined],
    ['en/orders/late-orders.md', undefined],
    ['en/desk/refund-by-hand.md', 'agents'],
  ]);
  expect(of('cancel-an-order')).toMatchObject({
    summary: 'Until when an order can be cancelled.',
    tags: ['order', 'undo', 'cancel', 'stop'],
    updated: '2024-09-09',
  });
  expect(of('cancel-an-order')?.body).toContain('**Packed**\n\nToo late.');
  expect(problems).toEqual(['solutions.json $[0].folders[0].articles[2].status: skipped: a draft: its status is 1']);
});

test('files of no vendor, and a vendor by name', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'export-'));
  await writeFile(join(dir, 'a.json'), '{"articles": [{"name": "x"}]}');
  const { problems, articles } = await readExport(dir);
  expect(articles).toEqual([]);
  expect(problems[0]?.message).toBe(
    'expected an export of zendesk, intercom, helpscout, freshdesk, got 1 JSON file without an article of theirs',
  );
  const named = await readExport(join(dir, 'a.json'), { vendor: 'zendesk' });
  expect(named.problems.map(formatProblem)).toEqual([
    'a.json $.articles[0].id: error: expected a text, got nothing',
    'a.json $.articles[0].title: error: expected a text, got nothing',
  ]);
  await rm(dir, { recursive: true });
});

test('articles without a text, and doubles of overlapping pages', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'export-'));
  const one = { id: 1, folder_id: 2, status: 2, title: 'A', description: '<p>x</p>' };
  await writeFile(join(dir, 'a.json'), JSON.stringify([one, { ...one, id: 3, description: '<p> &nbsp;</p>' }]));
  await writeFile(
    join(dir, 'b.json'),
    JSON.stringify([one, { ...one, id: 4, description: '<img src="https://a.example/b.png">' }]),
  );
  const { articles, problems } = await readExport(dir);
  expect(articles.map(({ aliases }) => aliases)).toEqual([['1'], ['4']]);
  expect(problems.map(formatProblem)).toEqual([
    'a.json $[1]: skipped: has no text',
    'b.json $[0]: skipped: the same article as $[0] of a.json',
  ]);
  await rm(dir, { recursive: true });
});

test('HTML of thousands of levels gives its words, and stops nothing', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'export-'));
  const description = `${'<div>'.repeat(5000)}deep words`;
  await writeFile(join(dir, 'a.json'), JSON.stringify([{ id: 1, folder_id: 2, status: 2, title: 'A', description }]));
  const { articles, problems } = await readExport(dir);
  expect(articles[0]?.body).toBe('deep words');
  expect(problems.map(formatProblem)).toEqual([
    'a.json $[0]: warning: HTML that cannot be read: expected fewer levels, got only its words',
  ]);
  await rm(dir, { recursive: true });
});
