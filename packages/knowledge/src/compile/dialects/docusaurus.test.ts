import { expect, test } from 'vitest';
import { tempGenerator } from './fixtures/tempGenerator.js';
import { findGenerator } from './readGenerator.js';

const { dir, read } = tempGenerator();

const CONFIG = `export default {
  title: 'Lumen', baseUrl: '/help/',
  i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },
  presets: [['classic', { docs: { routeBasePath: 'guide', sidebarPath: require.resolve('./sidebars.js') } }]],
};`;

test('places: numbers, ids, slugs, labels of folders, sidebars, languages', async () => {
  const { articles, problems } = await read({
    'docusaurus.config.js': CONFIG,
    'sidebars.js':
      "module.exports = { docs: ['intro', { type: 'category', label: 'Money', items: [{ type: 'doc', id: 'billing/pay', label: 'Paying' }] }] };",
    'docs/01-intro.md':
      '---\nslug: /\ntitle: Welcome\ntags: [start, {label: First, permalink: /f}]\nkeywords: [hello]\nlast_update: {date: 2024-05-06}\nsidebar_position: 1\n---\nHi',
    'docs/02-lamps/_category_.json': '{ "label": "Lamps & scenes" }',
    'docs/02-lamps/1-lamps.md': '# All lamps\n\nText',
    'docs/02-lamps/2024-05-notes.md': '---\nsidebar_label: Notes of May\ndescription: What is new.\n---\nText',
    'docs/billing/pay.md': 'Text',
    'docs/billing/late.md': '---\nid: overdue\n---\n# Overdue',
    'docs/secret.md': '---\ndraft: true\n---\n# Secret',
    'docs/hidden.mdx': '---\nunlisted: true\n---\n# Hidden',
    'docs/_part.md': '# No page',
    'i18n/fr/docusaurus-plugin-content-docs/current/01-intro.md': '---\nslug: /\n---\n# Bienvenue',
    'versioned_docs/version-1.0/old.md': '# Old',
  });
  expect(findGenerator(dir())).toBe('docusaurus');
  expect(
    articles.map(({ id, locale, title, section, addresses }) => [id, locale, title, section, addresses?.[0]]),
  ).toEqual([
    ['index', 'en', 'Welcome', undefined, '/help/guide'],
    ['lamps', 'en', 'All lamps', 'Lamps & scenes', '/help/guide/lamps'],
    ['lamps/2024-05-notes', 'en', 'Notes of May', 'Lamps & scenes', '/help/guide/lamps/2024-05-notes'],
    ['billing/late', 'en', 'Overdue', 'Billing', '/help/guide/billing/late'],
    ['billing/pay', 'en', 'Paying', 'Money', '/help/guide/billing/pay'],
    ['index', 'fr', 'Bienvenue', undefined, '/help/fr/guide'],
  ]);
  expect(articles[0]).toMatchObject({ tags: ['start', 'First', 'hello'], updated: '2024-05-06', aliases: ['intro'] });
  expect(articles[2]).toMatchObject({ summary: 'What is new.' });
  expect(articles[3]?.aliases).toEqual(['billing/overdue']);
  expect(problems).toEqual(['docs/hidden.mdx:1: skipped: unlisted: true', 'docs/secret.md:1: skipped: draft: true']);
});

test('pages: boxes, tabs, parts, links, images, and lines for messages', async () => {
  const { articles, body, problems } = await read({
    'docusaurus.config.ts': CONFIG,
    'static/img/box.svg': '<svg/>',
    'docs/a.mdx': `---
title: A
---
import Tabs from '@theme/Tabs';
import Hint from './_hint.mdx';

:::note[Mind this]

Read [B](./b.md#own) and [the same](/help/guide/b#whats-new), or [out](https://example.org/a).

:::

<Tabs groupId="os">
  <TabItem value="mac" label="Mac">

    Press \`<Enter>\`.

  </TabItem>
</Tabs>

<Hint />

![Box](/img/box.svg) ![Box](@site/static/img/box.svg)

<Chart data={1} />

\`\`\`md
:::tip
[x](./b.md#own)
\`\`\`
`,
    'docs/_hint.mdx': '---\nx: y\n---\nimport X from "y";\n\nA hint.\n',
    'docs/b.md': "# B\n\n## Own heading {#own}\n\n## What's new\n\nText",
  });
  expect(body('docs/a.mdx')).toBe(`> [!NOTE] Mind this
>
> Read [B](b.md#own) and [the same](b.md#what-s-new), or [out](https://example.org/a).

**Mac**

Press \`<Enter>\`.

A hint.

![Box](../static/img/box.svg) ![Box](../static/img/box.svg)

\`\`\`md
:::tip
[x](./b.md#own)
\`\`\``);
  expect(problems).toEqual(['docs/a.mdx:25: warning: component left out: <Chart>']);
  const a = articles[0];
  const at = a?.body?.split('\n').findIndex(line => line.includes('![Box]')) ?? -1;
  expect(a?.lines?.[at]).toBe(23);
});

test('the path of the docs, not that of the blog', async () => {
  const { articles } = await read({
    'docusaurus.config.js':
      "export default { presets: [['classic', { blog: { path: 'news', routeBasePath: 'n' }, docs: { path: './help', routeBasePath: '/', editUrl: ({ x }) => x } }]] };",
    'news/post.md': '# Post',
    'docs/no.md': '# No',
    'help/a.md': '# A',
  });
  expect(articles.map(({ source, addresses }) => [source, addresses])).toEqual([['help/a.md', ['/a']]]);
});
