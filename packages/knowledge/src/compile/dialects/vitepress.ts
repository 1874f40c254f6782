import { posix } from 'node:path';
import { isRecord } from '../isRecord.js';
import { changeLines, codeLines } from './code.js';
import { type ComponentRules, readComponents } from './components.js';
import { readContainers } from './containers.js';
import type { Dialect, DialectFile, DialectPlan, Placement, Project } from './dialect.js';
import { readInterpolations } from './expressions.js';
import { text } from './frontFields.js';
import { readHeadingIds } from './headingIds.js';
import { readVitepressIncludes } from './includes.js';
import type { Line } from './lines.js';
import { literalOf, sourcesIn } from './literals.js';
import { addressOf, humanName, pagePath } from './placeNames.js';
import { type NavEntry, sidebarEntries } from './sidebar.js';

const KINDS = ['ts', 'js', 'mts', 'mjs'];
const HOMES = ['', 'docs'];

/** VitePress: `srcDir`, `srcExclude`, `rewrites`, languages in folders, boxes, includes, what Vue would put in. */
export const vitepress: Dialect = {
  name: 'vitepress',
  configFile: '.vitepress/config.js',
  detect: project => configIn(project) !== null,
  plan(project, { defaultLocale }) {
    const { home, source } = configIn(project) ?? { home: '', source: '' };
    const folder = posix.join(home, text(literalOf(source, 'srcDir')) ?? '.');
    const exclude = literalOf(source, 'srcExclude');
    const locales = sourcesIn(source, 'locales');
    const lang = (name: string) => text(literalOf(locales.get(name) ?? '', 'lang'));
    const languages = new Map(
      [...locales.keys()].flatMap(name => (name === 'root' ? [] : [[name, lang(name) ?? name] as const])),
    );
    const setup = {
      locale: lang('root') ?? (locales.size > 0 ? null : text(literalOf(source, 'lang'))) ?? defaultLocale,
      languages,
      rewrite: createRewrite(literalOf(source, 'rewrites')),
      base: text(literalOf(source, 'base')) ?? '/',
      nav: sidebarEntries(literalOf(source, 'sidebar')),
    };
    return {
      roots: [{ folder: folder === '.' ? '' : folder, locale: setup.locale }],
      exclude: Array.isArray(exclude) ? exclude.flatMap(each => text(each) ?? []) : [],
      place: file => place(file, setup),
      read: readPage,
      asset: (address, file) => asset(address, file, project),
    };
  },
};

interface Setup {
  readonly locale: string;
  readonly languages: ReadonlyMap<string, string>;
  readonly rewrite: (path: string) => string;
  readonly base: string;
  readonly nav: ReadonlyMap<string, NavEntry>;
}

function configIn(project: Project): { home: string; source: string } | null {
  for (const home of HOMES) {
    for (const kind of KINDS) {
      for (const name of [`config.${kind}`, `config/index.${kind}`]) {
        const source = project.text(posix.join(home, '.vitepress', name));
        if (source !== null) return { home, source };
      }
    }
  }
  return null;
}

function place({ path, front }: DialectFile, setup: Setup): Placement | { skip: string } {
  if (front.layout === 'home' || front.layout === false)
    return { skip: `a page of the layout "${String(front.layout)}"` };
  const page = pagePath(setup.rewrite(path)).replace(/\/$/, '');
  const [first = '', ...rest] = page.split('/');
  const language = setup.languages.get(first);
  const id = language === undefined ? page : rest.join('/');
  const entry = setup.nav.get(page) ?? setup.nav.get(id);
  const folder = posix.dirname(id);
  const section = entry?.section ?? (folder === '.' || folder === '' ? undefined : humanName(folder));
  return {
    id,
    locale: text(front.lang) ?? language ?? setup.locale,
    address: addressOf(setup.base, page),
    ...(entry?.title === undefined ? {} : { title: entry.title }),
    ...(section === undefined ? {} : { section }),
  };
}

/** `'packages/:name/docs/(.*)': ':name/(.*)'` as VitePress reads it. */
function createRewrite(rewrites: unknown): Setup['rewrite'] {
  const rules = isRecord(rewrites)
    ? Object.entries(rewrites).flatMap(([from, to]) => (typeof to === 'string' ? [rewriteRule(from, to)] : []))
    : [];
  return path => rules.map(rule => rule(path)).find(found => found !== null) ?? path;
}

function rewriteRule(from: string, to: string): (path: string) => string | null {
  const names: string[] = [];
  const pattern = from.replace(
    /:(\w+)(\([^)]*\)|\*)?|\(\.\*\)|\*|[.+^${}()|[\]\\]/g,
    (found, name: string | undefined, rule: string | undefined) => {
      if (name !== undefined) names.push(name);
      else if (found === '(.*)' || found === '*') names.push('');
      else return `\\${found}`;
      return name === undefined || rule ? '(.*)' : '([^/]+)';
    },
  );
  return path => {
    const found = new RegExp(`^${pattern}$`).exec(path);
    if (!found) return null;
    let unnamed = names.flatMap((name, at) => (name === '' ? [found[at + 1] ?? ''] : []));
    return to.replace(/:(\w+)(?:\([^)]*\)|\*)?|\(\.\*\)|\*/g, (whole, name: string | undefined) => {
      if (name !== undefined) return found[names.indexOf(name) + 1] ?? whole;
      const [first = '', ...others] = unnamed;
      unnamed = others;
      return first;
    });
  };
}

function asset(address: string, { root }: DialectFile, project: Project): string | null {
  if (address.startsWith('@/')) return posix.join(root.folder, address.slice(2));
  if (!address.startsWith('/')) return null;
  const path = address.slice(1).split(/[?#]/, 1)[0] ?? '';
  const places = [posix.join(root.folder, 'public', path), posix.join(root.folder, path)];
  return places.find(each => /\.\w+$/.test(each) && !/\.(?:md|html)$/.test(each) && project.exists(each)) ?? null;
}

const readPage: DialectPlan['read'] = (lines, file, { read, remark }) => {
  const whole = readVitepressIncludes(lines, { from: file.source, read, remark });
  const headed = readHeadingIds(withoutVueBlocks(whole));
  const plain = changeLines(headed, each => (/^\s*\[\[toc\]\]\s*$/i.test(each) ? '' : each));
  const filled = readInterpolations(plain, file.front, remark);
  return readContainers(readComponents(filled, RULES, remark), remark);
};

/** `<script setup>` and `<style>` are for the built page. */
function withoutVueBlocks(lines: readonly Line[]): Line[] {
  const code = codeLines(lines);
  let inside: string | null = null;
  return lines.filter(({ text: each }, at) => {
    if (code[at] && inside === null) return true;
    const opened = inside ?? /^<(script|style)\b/.exec(each)?.[1];
    if (opened === undefined) return true;
    inside = each.includes(`</${opened}>`) ? null : opened;
    return false;
  });
}

const RULES: ComponentRules = {
  Badge: { inline: ({ text: words = '' }) => [words, ''] },
  ClientOnly: {},
};
