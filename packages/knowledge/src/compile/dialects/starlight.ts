import { posix } from 'node:path';
import { isRecord } from '../isRecord.js';
import { type ComponentRules, readComponents } from './components.js';
import { readContainers } from './containers.js';
import type { Dialect, DialectFile, DialectPlan, Placement, Project } from './dialect.js';
import { readExpressions } from './expressions.js';
import { text } from './frontFields.js';
import { readHeadingIds } from './headingIds.js';
import { literalOf, sourcesIn } from './literals.js';
import { addressOf, humanName, pagePath } from './placeNames.js';
import { readMdx } from './readMdx.js';
import { type NavEntry, sidebarEntries } from './sidebar.js';

const CONFIG = ['mjs', 'ts', 'js', 'mts', 'cjs'].map(kind => `astro.config.${kind}`);
const DOCS = 'src/content/docs';
const COLONS = ':::::::::';

/** Starlight (Astro): `src/content/docs`, languages in folders, asides, tabs, steps and cards. */
export const starlight: Dialect = {
  name: 'starlight',
  configFile: 'astro.config.mjs with src/content/docs',
  detect: project => project.exists(DOCS) && CONFIG.some(project.exists),
  plan(project, { defaultLocale }) {
    const config = CONFIG.map(project.text).find(found => found !== null) ?? '';
    const named = sourcesIn(config, 'locales');
    const lang = (name: string) => text(literalOf(named.get(name) ?? '', 'lang')) ?? name;
    const languages = new Map(
      [...named.keys()].flatMap(name => (name === 'root' ? [] : [[name, lang(name)] as const])),
    );
    const first = text(literalOf(config, 'defaultLocale'));
    const setup = {
      languages,
      locale: named.has('root') ? lang('root') : first === null || first === 'root' ? defaultLocale : lang(first),
      base: text(literalOf(config, 'base')) ?? '/',
      nav: sidebarEntries(literalOf(config, 'sidebar')),
      groups: groupsOf(literalOf(config, 'sidebar')),
    };
    return {
      roots: [{ folder: DOCS, locale: setup.locale }],
      exclude: ['**/404.{md,mdx}'],
      place: file => place(file, setup),
      read: readPage,
      asset: (address, file) => asset(address, file, project),
    };
  },
};

interface Setup {
  readonly languages: ReadonlyMap<string, string>;
  readonly locale: string;
  readonly base: string;
  readonly nav: ReadonlyMap<string, NavEntry>;
  /** Names of groups that list a folder by themselves. */
  readonly groups: ReadonlyMap<string, string>;
}

function place({ path, front }: DialectFile, setup: Setup): Placement {
  const slug = text(front.slug);
  const page = (slug ?? pagePath(path)).replace(/^\/|\/$/g, '');
  const [first = '', ...rest] = page.split('/');
  const language = setup.languages.get(first);
  const id = language === undefined ? page : rest.join('/');
  const entry = setup.nav.get(id);
  const folder = posix.dirname(id);
  const label = text(isRecord(front.sidebar) ? front.sidebar.label : null) ?? entry?.title;
  const section =
    entry?.section ?? setup.groups.get(folder) ?? (folder === '.' || folder === '' ? undefined : humanName(folder));
  return {
    id,
    locale: language ?? setup.locale,
    address: addressOf(setup.base, page),
    ...(label === undefined ? {} : { title: label }),
    ...(section === undefined ? {} : { section }),
  };
}

/** `{ label, autogenerate: { directory } }`, at any depth. */
function groupsOf(sidebar: unknown, found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(sidebar)) for (const each of sidebar) groupsOf(each, found);
  else if (isRecord(sidebar)) {
    const folder = isRecord(sidebar.autogenerate) ? text(sidebar.autogenerate.directory) : null;
    const label = text(sidebar.label);
    if (folder !== null && label !== null) found.set(folder.replace(/^\/|\/$/g, ''), label);
    groupsOf(sidebar.items, found);
  }
  return found;
}

function asset(address: string, _: DialectFile, project: Project): string | null {
  const path = address.replace(/^(?:~|@)\//, 'src/').split(/[?#]/, 1)[0] ?? '';
  if (path !== address.split(/[?#]/, 1)[0]) return path;
  if (!address.startsWith('/')) return null;
  const file = posix.join('public', path);
  return /\.\w+$/.test(file) && project.exists(file) ? file : null;
}

const readPage: DialectPlan['read'] = (lines, file, tools) => {
  const parts = readComponents(readHeadingIds(readMdx(lines, file, tools)), RULES, tools.remark);
  return readContainers(file.source.endsWith('.mdx') ? readExpressions(parts, tools.remark) : parts, tools.remark);
};

const nothing = {};
const link = ({ href = '' }: Readonly<Record<string, string>>): readonly [string, string] => ['[', `](${href})`];
const RULES: ComponentRules = {
  Tabs: nothing,
  TabItem: { open: ({ label = '' }) => ['', `**${label}**`, ''] },
  Aside: { open: ({ type = 'note', title = '' }) => [`${COLONS}${type}[${title}]`], close: () => [COLONS] },
  Steps: nothing,
  CardGrid: nothing,
  FileTree: nothing,
  Card: { open: ({ title = '' }) => ['', `**${title}**`, ''] },
  LinkCard: {
    open: ({ title = '', href = '', description = '' }) => [
      '',
      `[${title}](${href})${description === '' ? '' : `: ${description}`}`,
      '',
    ],
  },
  LinkButton: { inline: link },
  Badge: { inline: ({ text: words = '' }) => [words, ''] },
  Icon: nothing,
  Fragment: nothing,
};
