import { expect, test } from 'vitest';
import { tempGenerator } from './fixtures/tempGenerator.js';
import { findGenerator } from './readGenerator.js';

const { dir, read } = tempGenerator();

test('places: sources, languages, rewrites, excluded files, sidebars', async () => {
  const { articles, problems } = await read({
    'docs/.vitepress/config.mts': `import { defineConfig } from 'vitepress'
export default defineConfig({
  base: '/help/',
  srcDir: 'pages',
  srcExclude: ['**/internal/**'],
  rewrites: { 'packages/:name/docs/:page': ':name/:page' },
  locales: { root: { label: 'English', lang: 'en-GB' }, fr: { label: 'Français' }, pt: { lang: 'pt-BR' } },
  themeConfig: { sidebar: { '/guide/': [{ text: 'First steps', items: [{ text: 'Setting up', link: '/guide/setup' }] }] } },
})`,
    'docs/pages/index.md': '---\nlayout: home\n---',
    'docs/pages/guide/setup.md': 'No heading here',
    'docs/pages/guide/more.md': '---\ndescription: More of it\nlastUpdated: false\n---\n# More',
    'docs/pages/internal/a.md': '# Internal',
    'docs/pages/packages/lamp/docs/use.md': '# Use',
    'docs/pages/fr/guide/setup.md': '# Installer',
    'docs/pages/pt/guide/setup.md': '# Instalar',
    'docs/pages/404.txt': 'x',
  });
  expect(findGenerator(dir())).toBe('vitepress');
  expect(
    articles.map(({ id, locale, title, section, addresses }) => [id, locale, title, section, addresses?.[0]]),
  ).toEqual([
    ['guide/setup', 'fr', 'Installer', 'First steps', '/help/fr/guide/setup'],
    ['guide/more', 'en-GB', 'More', 'Guide', '/help/guide/more'],
    ['guide/setup', 'en-GB', 'Setting up', 'First steps', '/help/guide/setup'],
    ['lamp/use', 'en-GB', 'Use', 'Lamp', '/help/lamp/use'],
    ['guide/setup', 'pt-BR', 'Instalar', 'First steps', '/help/pt/guide/setup'],
  ]);
  expect(articles[1]?.updated).toBeUndefined();
  expect(problems).toEqual([
    'docs/pages/index.md:1: skipped: a page of the layout "home"',
    'docs/pages/internal/a.md:1: skipped: ignored by the settings of vitepress',
  ]);
});

test('pages: boxes, includes, Vue, links', async () => {
  const { articles, body, problems } = await read({
    '.vitepress/config.js': 'export default {}',
    'public/box.png': 'png',
    'a.md': `---
title: A
---
<script setup>
import X from './x.vue'
</script>

# {{ $frontmatter.title }} <Badge type="tip" text="new" />

[[toc]]

::: tip Try it
- [B](./b) and [part](/b.html#own)
:::

> [!NOTE]
> Stays

<!--@include: ./parts/hint.md{1,1}-->

<<< @/parts/code.js#main{2 js}

<<< ./parts/gone.js

![Box](/box.png)

{{ x }}
`,
    'b.md': '# B\n\n## Own {#own}\n\nText',
    'parts/hint.md': 'First\nSecond\n',
    'parts/code.js': 'a\n// #region main\nb\n// #endregion main\nc',
  });
  expect(body('a.md')).toBe(`# A new

> [!TIP] Try it
>
> - [B](b.md) and [part](b.md#own)

> [!NOTE]
> Stays

First

\`\`\`\`js
b
\`\`\`\`

![Box](public/box.png)`);
  expect(problems).toEqual([
    'a.md:23: warning: include left out: expected a file inside the project, got ./parts/gone.js',
    'a.md:27: warning: expression left out: expected text, got {{ x }}',
  ]);
  expect(articles.map(({ id, locale }) => [id, locale])).toEqual([
    ['a', 'en'],
    ['b', 'en'],
    ['parts/hint', 'en'],
  ]);
});

test('nothing outside of the project is included', async () => {
  const { problems } = await read({
    '.vitepress/config.js': 'export default {}',
    'a.md': '# A\n\n<!--@include: ../../../../etc/hostname-->',
  });
  expect(problems).toEqual([
    'a.md:3: warning: include left out: expected a file inside the project, got ../../../../etc/hostname',
  ]);
});

test('files that include each other come to an end', async () => {
  const { problems } = await read({
    '.vitepress/config.js': 'export default {}',
    'a.md': '# A\n\n<!--@include: ./a.md-->',
  });
  expect(problems).toEqual(['a.md:3: warning: include left out: expected at most 5 files in each other, got ./a.md']);
});

test('languages beside functions', async () => {
  const { articles } = await read({
    '.vitepress/config.js':
      "export default { lang: 'en', locales: { root: { lang: 'en-US', themeConfig: nav() }, 'zh': { label: '中文', lang: 'zh-Hans', themeConfig: { a: () => [1, 2] } } } }",
    'a.md': '# A',
    'zh/a.md': '# 甲',
  });
  expect(articles.map(({ id, locale }) => [id, locale])).toEqual([
    ['a', 'en-US'],
    ['a', 'zh-Hans'],
  ]);
});
