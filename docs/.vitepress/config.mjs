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
/** Pages that are made from code stand behind the page that leads to them. */
const MADE = {
  'sdk.md': {
    text: 'API',
    collapsed: true,
    items: API.map(({ name, page }) => ({ text: name, link: `/api/${page}` })),
  },
  'errors.md': {
    text: 'Each code',
    collapsed: true,
    items: [...errorPages(readFileSync(`${pages}errors.md`, 'utf8')).keys()].map(path => ({
      text: titleOf(path),
      link: linkOf(path),
    })),
  },
};

const sidebar = readContents(readFileSync(`${pages}index.md`, 'utf8')).map(group => ({
  text: group.name,
  collapsed: group.name === 'Decisions',
  items: group.pages.flatMap(({ title, path }) => [
    { text: title, link: linkOf(path) },
    ...(MADE[path] === undefined ? [] : [MADE[path]]),
  ]),
}));

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
    docFooter: { prev: 'Before', next: 'Next' },
  },
  markdown: {
    anchor: { slugify },
    config(md) {
      md.renderer.rules.table_open = () => '<div class="table" role="region" aria-label="Table" tabindex="0"><table>\n';
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
