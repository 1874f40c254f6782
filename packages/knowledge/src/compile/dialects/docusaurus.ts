import { posix } from 'node:path';
import { parse } from 'yaml';
import { isRecord } from '../isRecord.js';
import { type ComponentRules, readComponents } from './components.js';
import { readContainers } from './containers.js';
import type { Dialect, DialectFile, DialectPlan, Placement, Project } from './dialect.js';
import { readExpressions } from './expressions.js';
import { text } from './frontFields.js';
import { readHeadingIds } from './headingIds.js';
import { exportedLiteral, literalOf, sourcesIn } from './literals.js';
import { addressOf, humanName, pagePath } from './placeNames.js';
import { readMdx } from './readMdx.js';
import { type NavEntry, sidebarEntries } from './sidebar.js';

const CONFIG = ['ts', 'js', 'mjs', 'cjs', 'mts', 'cts'].map(kind => `docusaurus.config.${kind}`);
const SIDEBARS = ['ts', 'js', 'cjs', 'mjs', 'json'].map(kind => `sidebars.${kind}`);
/** Longer runs of colons than people write, so that a box made of a component ends where the component does. */
const COLONS = ':::::::::';

/** Docusaurus 2 and 3: `docs/`, translations in `i18n/`, labels of folders, admonitions, MDX. Old versions are passed over. */
export const docusaurus: Dialect = {
  name: 'docusaurus',
  configFile: 'docusaurus.config.js',
  detect: project => CONFIG.some(project.exists),
  plan(project, options) {
    const config = firstText(project, CONFIG);
    const defaultLocale = text(literalOf(config, 'defaultLocale')) ?? options.defaultLocale;
    // Blog and pages have a `path` of their own.
    const own = sourcesIn(config, 'docs');
    const docs = text(literalOf(`path: ${own.get('path')}`, 'path')) ?? 'docs';
    const base = text(literalOf(`path: ${own.get('routeBasePath')}`, 'path')) ?? 'docs';
    const siteBase = text(literalOf(config, 'baseUrl')) ?? '/';
    const folder = project.exists(docs) ? posix.normalize(docs) : 'docs';
    const translated = project.folders('i18n').map(locale => ({
      folder: `i18n/${locale}/docusaurus-plugin-content-docs/current`,
      locale,
    }));
    const roots = [{ folder, locale: defaultLocale }, ...translated.filter(({ locale }) => locale !== defaultLocale)];
    const nav = sidebarEntries(readSidebars(firstText(project, SIDEBARS)));
    const labels = createLabels(project);
    return {
      roots,
      exclude: [],
      place: file => place(file, { base, siteBase, defaultLocale, nav, labels }),
      read: readPage,
      asset: (address, file) => asset(address, file, project),
    };
  },
};

interface Setup {
  readonly base: string;
  readonly siteBase: string;
  readonly defaultLocale: string;
  readonly nav: ReadonlyMap<string, NavEntry>;
  readonly labels: (folder: string) => string | null;
}

function place(file: DialectFile, { base, siteBase, defaultLocale, nav, labels }: Setup): Placement {
  const { path, root, front } = file;
  const folder = posix.dirname(path) === '.' ? '' : posix.dirname(path);
  const plainFolder = folder.split('/').map(withoutNumber).join('/');
  const name = withoutNumber(posix.basename(path).replace(/\.mdx?$/i, ''));
  const docId = posix.join(plainFolder, text(front.id) ?? name);
  const own =
    posix.basename(plainFolder).toLowerCase() === name.toLowerCase() ? plainFolder : posix.join(plainFolder, name);
  const slug = text(front.slug);
  const page = slug === null ? pagePath(own) : slug.startsWith('/') ? slug.slice(1) : posix.join(plainFolder, slug);
  const id = page.replace(/\/$/, '');
  const entry = nav.get(docId);
  const section = labels(posix.join(root.folder, folder)) ?? entry?.section;
  return {
    id,
    locale: root.locale,
    address: addressOf(siteBase, root.locale === defaultLocale ? '' : root.locale, base, id),
    ...(entry?.title === undefined ? {} : { title: entry.title }),
    ...(section === undefined ? (plainFolder === '' ? {} : { section: humanName(plainFolder) }) : { section }),
    ...(docId === id ? {} : { aliases: [docId] }),
  };
}

/** `01-intro` is `intro`; `2024-05-notes` and `8.0` keep their numbers, as in Docusaurus. */
function withoutNumber(name: string): string {
  if (/^(?:(?:\d{2}|\d{4})[-_.]\d{2}(?:[-_.](?:\d{2}|\d{4}))?|\d+[-_.]\d+)/.test(name)) return name;
  return name.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, '');
}

/** The label in a folder's `_category_` file. */
function createLabels(project: Project): Setup['labels'] {
  return folder => {
    for (const kind of ['json', 'yml', 'yaml']) {
      const source = project.text(posix.join(folder, `_category_.${kind}`));
      if (source === null) continue;
      try {
        const value: unknown = parse(source);
        if (isRecord(value)) return text(value.label);
      } catch {
        return null;
      }
    }
    return null;
  };
}

function asset(address: string, { root }: DialectFile, project: Project): string | null {
  if (address.startsWith('@site/')) return address.slice('@site/'.length);
  if (!address.startsWith('/')) return null;
  const path = address.slice(1).split(/[?#]/, 1)[0] ?? '';
  return (
    [`static/${path}`, posix.join(root.folder, path)].find(each => /\.\w+$/.test(each) && project.exists(each)) ?? null
  );
}

const readPage: DialectPlan['read'] = (lines, file, tools) => {
  const headed = readHeadingIds(readMdx(lines, file, tools));
  const parts = readComponents(headed, RULES, tools.remark);
  return readContainers(file.source.endsWith('.mdx') ? readExpressions(parts, tools.remark) : parts, tools.remark);
};

const nothing = {};
const RULES: ComponentRules = {
  Tabs: nothing,
  TabItem: { open: ({ label, value }) => ['', `**${label || value || ''}**`, ''] },
  Admonition: { open: ({ type = 'note', title = '' }) => [`${COLONS}${type}[${title}]`], close: () => [COLONS] },
  Link: { inline: ({ to, href }) => ['[', `](${to || href || ''})`] },
  DocCardList: nothing,
  TOCInline: nothing,
  Head: nothing,
  BrowserWindow: nothing,
  Details: nothing,
  CodeBlock: { open: ({ language = '' }) => [`\`\`\`\`${language}`], close: () => ['````'] },
};

function firstText(project: Project, paths: readonly string[]): string {
  return paths.map(project.text).find(found => found !== null) ?? '';
}

function readSidebars(source: string): unknown {
  const value = exportedLiteral(source.trimStart().startsWith('{') ? `export default ${source}` : source);
  return isRecord(value) ? Object.values(value).flat() : value;
}
