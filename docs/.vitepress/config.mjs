import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { API } from './build/apiPages.mjs';
import { readContents } from './build/contents.mjs';
import { errorPages } from './build/errorPages.mjs';
import { dist, pages } from './build/folders.mjs';
import { slugify } from './slugify.mjs';

const base = '/docs/';
const titleOf = path => /^# (.+)$/m.exec(readFileSync(pages + path, 'utf8'))?.[1].replaceAll('`', '') ?? path;
const linkOf = path => `/${path.replace(/(index)?\.md$/, '')}`;
const reference = { text: 'API', items: API.map(({ name, page }) => ({ text: name, link: `/api/${page}` })) };

const contents = readContents(readFileSync(`${pages}index.md`, 'utf8')).map(group => ({
  text: group.name,
  items: group.pages.flatMap(({ title, path }) => [
    { text: title, link: linkOf(path) },
    ...(path === 'sdk.md' ? [reference] : []),
  ]),
}));

const codes = [...errorPages(readFileSync(`${pages}errors.md`, 'utf8')).keys()];
const codeGroup = (text, paths) => ({ text, items: paths.map(path => ({ text: titleOf(path), link: linkOf(path) })) });

/** Groups do not fold: the theme puts a button into a button for that. So the codes have a sidebar of their own. */
const sidebar = {
  '/': contents,
  '/errors/': [
    { text: 'Errors', items: [{ text: 'All codes', link: '/errors' }] },
    codeGroup(
      'Error codes',
      codes.filter(path => !/\d{4}/.test(path)),
    ),
    codeGroup(
      'Close codes',
      codes.filter(path => /\d{4}/.test(path)),
    ),
  ],
};

/** Inline scripts by the name of the file they become, so that the site needs no `'unsafe-inline'`. */
const scripts = new Map();

export default {
  base,
  srcDir: '.vitepress/pages',
  outDir: '.vitepress/dist',
  title: 'Handrail',
  titleTemplate: ':title · Handrail',
  description: 'A help widget for your site, with everything behind it.',
  lang: 'en',
  cleanUrls: true,
  // Its way to skip transitions is an inline sheet, which the policy forbids.
  appearance: { disableTransition: false },
  metaChunk: true,
  head: [
    ['link', { rel: 'icon', href: `${base}mark.svg`, type: 'image/svg+xml' }],
    [
      'script',
      {
        async: '',
        src: `${base}handrail/handrail.js`,
        'data-knowledge': `${base}help/`,
        'data-name': 'Handrail',
        'data-popular': 'getting-started install knowledge bot',
      },
    ],
  ],
  themeConfig: {
    logo: '/mark.svg',
    sidebar,
    outline: [2, 3],
    notFound: {
      title: 'Nothing here',
      quote: 'There is no page at this address. The round button searches all of them.',
      linkText: 'To the first page',
    },
    docFooter: { prev: 'Before', next: 'Next' },
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify },
    config(md) {
      md.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
      md.renderer.rules.table_close = () => '</table></div>\n';
    },
  },
  transformHtml(html) {
    return html.replace(/<script(?: id="[\w-]+")?>([\s\S]*?)<\/script>/g, (_, text) => {
      const name = `${createHash('sha256').update(text).digest('hex').slice(0, 8)}.js`;
      scripts.set(name, text);
      return `<script src="${base}first/${name}"></script>`;
    });
  },
  buildEnd() {
    mkdirSync(`${dist}first`, { recursive: true });
    for (const [name, text] of scripts) writeFileSync(`${dist}first/${name}`, text);
  },
};
