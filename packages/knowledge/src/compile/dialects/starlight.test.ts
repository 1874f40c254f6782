import { expect, test } from 'vitest';
import { tempGenerator } from './fixtures/tempGenerator.js';
import { findGenerator } from './readGenerator.js';

const { dir, read } = tempGenerator();

const CONFIG = `import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://lumen.example', base: '/docs',
  integrations: [starlight({
    title: 'Lumen',
    defaultLocale: 'root',
    locales: { root: { label: 'English', lang: 'en' }, de: { label: 'Deutsch' } },
    sidebar: [
      { label: 'Start here', items: [{ label: 'Unpacking', slug: 'guides/unpack' }, 'guides/wire'] },
      { label: 'Lookup', autogenerate: { directory: 'reference' } },
    ],
  })],
});`;

test('places: languages, sidebars, groups of folders, what is hidden', async () => {
  const { articles, problems } = await read({
    'astro.config.mjs': CONFIG,
    'src/content/docs/index.mdx': '---\ntitle: Welcome\ntemplate: splash\nhero: {tagline: x}\n---\n',
    'src/content/docs/guides/unpack.md': '---\ndescription: Out of the box.\n---\nText',
    'src/content/docs/guides/wire.md':
      '---\ntitle: Wire it\nlastUpdated: 2024-01-02\nsidebar: {hidden: true}\n---\nText',
    'src/content/docs/reference/api.md': '---\ntitle: API\n---\nText',
    'src/content/docs/reference/old.md': '---\ntitle: Old\ndraft: true\n---\nText',
    'src/content/docs/404.md': '---\ntitle: Not found\n---\nText',
    'src/content/docs/de/guides/unpack.md': '---\ntitle: Auspacken\n---\nText',
  });
  expect(findGenerator(dir())).toBe('starlight');
  expect(
    articles.map(({ id, locale, title, section, addresses }) => [id, locale, title, section, addresses?.[0]]),
  ).toEqual([
    ['guides/unpack', 'de', 'Auspacken', 'Start here', '/docs/de/guides/unpack'],
    ['guides/unpack', 'en', 'Unpacking', 'Start here', '/docs/guides/unpack'],
    ['guides/wire', 'en', 'Wire it', 'Start here', '/docs/guides/wire'],
    ['reference/api', 'en', 'API', 'Lookup', '/docs/reference/api'],
  ]);
  expect(articles[2]?.updated).toBe('2024-01-02');
  expect(problems).toEqual([
    'src/content/docs/404.md:1: skipped: ignored by the settings of starlight',
    'src/content/docs/index.mdx:1: skipped: has no text of its own',
    'src/content/docs/reference/old.md:1: skipped: draft: true',
  ]);
});

test('pages: asides, tabs, steps, cards', async () => {
  const { body, problems } = await read({
    'astro.config.mjs': CONFIG,
    'src/assets/box.png': 'png',
    'public/lamp.svg': '<svg/>',
    'src/content/docs/a.mdx': `---
title: A
---
import { Aside, Steps, Tabs, TabItem, Card, LinkCard } from '@astrojs/starlight/components';

:::caution[Hot]
Wait.
:::

<Aside type="danger">
  Do not.

  :::note
  Really.
  :::
</Aside>

<Steps>

1. One

2. Two

   <Tabs>
     <TabItem label="Mac">Mac</TabItem>
   </Tabs>

</Steps>

<Card title="Card" icon="x">Inside</Card>
<LinkCard title="More" href="/docs/b/#big-thing" description="All of it" />

![](~/assets/box.png) ![](/lamp.svg)
`,
    'src/content/docs/b.md': '---\ntitle: B\n---\n## Big thing!\n\nText',
  });
  expect(body('src/content/docs/a.mdx')).toBe(`> [!WARNING] Hot
>
> Wait.

> [!DANGER]
> Do not.
>
>
> > [!NOTE]
> > Really.

1. One

2. Two

**Mac**

Mac

**Card**

Inside

[More](b.md#big-thing): All of it

![](../../assets/box.png) ![](../../../public/lamp.svg)`);
  expect(problems).toEqual([]);
});
