import { expect, test } from 'vitest';
import { tempGenerator } from './fixtures/tempGenerator.js';
import { findGenerator } from './readGenerator.js';

const { dir, read } = tempGenerator();

const CONFIG = `site_name: Lumen
site_url: https://lumen.example/help/
docs_dir: pages
theme:
  name: material
  language: en
nav:
  - Home: index.md
  - Money:
      - Paying: money/pay.md
      - Deep:
          - money/refund.md
exclude_docs: |
  # not yet
  drafts/
  *.todo.md
  /old/a.md
markdown_extensions:
  - admonition
  - pymdownx.snippets:
      base_path: [shared]
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, default: true, name: English}
        - {locale: fr, name: Français}
extra: { key: !ENV [TOKEN, none] }
`;

test('places: nav, languages, what is left out', async () => {
  const { articles, problems } = await read({
    'mkdocs.yml': CONFIG,
    'pages/index.md': 'Hello',
    'pages/money/pay.md': '---\ntags: [card]\nsearch: {exclude: false}\n---\nText',
    'pages/money/pay.fr.md': '# Payer',
    'pages/money/refund.md': '# Getting money back\n\nText',
    'pages/other/lost-lamp.md': 'Text',
    'pages/unfound.md': '---\nsearch: {exclude: true}\n---\nText',
    'pages/old/a.md': '# Old',
    'pages/deep/b.todo.md': '# Todo',
    'pages/drafts/x.md': '# X',
    'pages/broken.md': '---\ntitle: [\n---\n',
  });
  expect(findGenerator(dir())).toBe('mkdocs');
  expect(
    articles.map(({ id, locale, title, section, addresses }) => [id, locale, title, section, addresses?.[0]]),
  ).toEqual([
    ['index', 'en', 'Home', undefined, '/help'],
    ['money/pay', 'fr', 'Payer', 'Money', '/help/fr/money/pay'],
    ['money/pay', 'en', 'Paying', 'Money', '/help/money/pay'],
    ['money/refund', 'en', 'Getting money back', 'Deep', '/help/money/refund'],
    ['other/lost-lamp', 'en', 'Lost lamp', 'Other', '/help/other/lost-lamp'],
  ]);
  expect(problems).toEqual([
    expect.stringMatching(/^pages\/broken\.md:\d: error: broken front matter/),
    ...['pages/deep/b.todo.md', 'pages/drafts/x.md', 'pages/old/a.md'].map(
      path => `${path}:1: skipped: ignored by the settings of mkdocs`,
    ),
    'pages/unfound.md:1: skipped: kept out of search by its front matter',
  ]);
});

test('pages: boxes, tabs, snippets, attributes, keys', async () => {
  const { body, problems } = await read({
    'mkdocs.yml': CONFIG,
    'shared/hint.md': 'A hint.\nSecond.\n',
    'pages/a.md': `# A

!!! tip "Try"

    Go [there](b.md#own){ .md-button target="_blank" } :material-lamp: now.

    \`\`\`py
    !!! no
    \`\`\`

=== "Mac"

    Press ++ctrl+c++.

--8<-- "hint.md:1:1"

--8<-- "gone.md"

{: .wide }

Text {: #x } and {braces}.

*[API]: interface
`,
    'pages/b.md': '# B\n\n## Own one {: #own }\n\nText',
  });
  expect(body('pages/a.md')).toBe(`# A

> [!TIP] Try
>
> Go [there](b.md#own) now.
>
> \`\`\`py
> !!! no
> \`\`\`

**Mac**

Press \`Ctrl+C\`.

A hint.

Text and {braces}.`);
  expect(problems).toEqual([
    'pages/a.md:17: warning: include left out: expected a file inside the project, got gone.md',
  ]);
});

test('a folder of no generator', async () => {
  await expect(read({ 'a.md': '# A' })).rejects.toThrow(
    'expected a folder with one of docusaurus.config.js, .vitepress/config.js',
  );
  expect(findGenerator(dir())).toBeNull();
});
