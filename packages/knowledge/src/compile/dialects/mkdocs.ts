import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import { isRecord } from '../isRecord.js';
import { changeLines, outsideSpans } from './code.js';
import type { Dialect, DialectFile, DialectPlan, Placement, Project } from './dialect.js';
import { text } from './frontFields.js';
import { readHeadingIds } from './headingIds.js';
import { readSnippets } from './includes.js';
import { readIndentedBlocks } from './indentedBlocks.js';
import type { Line } from './lines.js';
import { addressOf, humanName, pagePath } from './placeNames.js';
import type { NavEntry } from './sidebar.js';

const CONFIG = ['mkdocs.yml', 'mkdocs.yaml'];

/** MkDocs and Material for MkDocs: `nav`, boxes, tabs, snippets, attribute lists, languages of mkdocs-static-i18n. */
export const mkdocs: Dialect = {
  name: 'mkdocs',
  configFile: 'mkdocs.yml',
  detect: project => CONFIG.some(project.exists),
  plan(project, { defaultLocale }) {
    const config = readConfig(project);
    const folder = posix.normalize(text(config.docs_dir) ?? 'docs');
    const languages = languagesOf(config);
    const theme = isRecord(config.theme) ? text(config.theme.language) : null;
    const setup: Setup = {
      languages: languages.names,
      suffix: languages.suffix,
      locale: languages.first ?? theme ?? defaultLocale,
      base: basePath(text(config.site_url)),
      nav: navEntries(config.nav),
    };
    return {
      roots: [{ folder, locale: setup.locale }],
      exclude: globsOf(text(config.exclude_docs) ?? ''),
      place: file => place(file, setup),
      read: readPage,
      asset: (address, file) => asset(address, file, project),
      partFolders: snippetFolders(config),
    };
  },
};

interface Setup {
  readonly languages: readonly string[];
  /** Whether a language stands in the name (`index.fr.md`) instead of a folder. */
  readonly suffix: boolean;
  readonly locale: string;
  readonly base: string;
  readonly nav: ReadonlyMap<string, NavEntry>;
}

/** Tags such as `!!python/name:…` and `!ENV` are unknown to YAML; what stands behind them is read as it is. */
function readConfig(project: Project): Record<string, unknown> {
  const source = CONFIG.map(project.text).find(found => found !== null) ?? '';
  try {
    const value: unknown = parseDocument(source, { logLevel: 'silent', prettyErrors: false }).toJS({
      maxAliasCount: 100,
    });
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function settingsOf(list: unknown, name: string): Record<string, unknown> {
  const entries = Array.isArray(list) ? list : isRecord(list) ? [list] : [];
  const found = entries.find(each => isRecord(each) && isRecord(each[name]));
  return isRecord(found) && isRecord(found[name]) ? found[name] : {};
}

function languagesOf({ plugins }: Record<string, unknown>) {
  const { languages, docs_structure: structure } = settingsOf(plugins, 'i18n');
  const list = (Array.isArray(languages) ? languages : []).filter(isRecord);
  const names = list.flatMap(({ locale }) => text(locale) ?? []);
  const first = text(list.find(language => language.default === true)?.locale);
  return { names, first, suffix: structure !== 'folder' };
}

function basePath(siteUrl: string | null): string {
  return siteUrl !== null && URL.canParse(siteUrl) ? new URL(siteUrl).pathname : '/';
}

/** Lines as in a `.gitignore`: a name counts at any depth, one with a slash from the folder on, one before a slash is a folder. */
function globsOf(lines: string): string[] {
  const patterns = lines.split('\n').map(line => line.trim());
  return patterns
    .filter(line => line !== '' && !/^[#!]/.test(line))
    .map(line => {
      const anchored = line.replace(/\/$/, '').includes('/');
      return (anchored ? line.replace(/^\//, '') : `**/${line}`).replace(/\/$/, '/**');
    });
}

/** `nav` of any depth, by path of the file. */
function navEntries(
  nav: unknown,
  section: string | null = null,
  entries = new Map<string, NavEntry>(),
): Map<string, NavEntry> {
  for (const each of Array.isArray(nav) ? nav : []) {
    if (typeof each === 'string') entries.set(each, section === null ? {} : { section });
    else if (isRecord(each)) {
      for (const [title, value] of Object.entries(each)) {
        if (typeof value === 'string') entries.set(value, { title, ...(section === null ? {} : { section }) });
        else navEntries(value, title, entries);
      }
    }
  }
  return entries;
}

function snippetFolders({ markdown_extensions: extensions }: Record<string, unknown>): string[] {
  const { base_path: base } = settingsOf(extensions, 'pymdownx.snippets');
  const list = Array.isArray(base) ? base : [base];
  return [...list.flatMap(each => text(each) ?? []), '.'];
}

function place({ path }: DialectFile, { languages, suffix, locale, base, nav }: Setup): Placement {
  const [first = '', ...rest] = path.split('/');
  const named = /\.([A-Za-z-]{2,10})\.\w+$/.exec(path)?.[1] ?? '';
  const inFolder = !suffix && languages.includes(first);
  const inName = suffix && languages.includes(named);
  const own = inFolder ? rest.join('/') : inName ? path.replace(`.${named}.`, '.') : path;
  const language = inFolder ? first : inName ? named : locale;
  const id = pagePath(own).replace(/\/$/, '');
  const entry = nav.get(own) ?? nav.get(path);
  const folder = posix.dirname(id);
  const section = entry?.section ?? (folder === '.' || folder === '' ? undefined : humanName(folder));
  return {
    id,
    locale: language,
    address: addressOf(base, language === locale ? '' : language, id),
    ...(entry?.title === undefined ? {} : { title: entry.title }),
    ...(section === undefined ? {} : { section }),
  };
}

function asset(address: string, { root }: DialectFile, project: Project): string | null {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  if (!path.startsWith('/') || !/\.\w+$/.test(path) || path.endsWith('.md')) return null;
  const file = posix.join(root.folder, path);
  return project.exists(file) ? file : null;
}

const readPage: DialectPlan['read'] = (lines, file, { read, remark }) => {
  const whole = readSnippets(lines, { from: file.source, read, remark });
  const headed = readHeadingIds(readIndentedBlocks(whole));
  return withoutExtensions(headed);
};

/** Attribute lists, icons, `[TOC]` and abbreviations leave nothing; `++ctrl+c++` are keys. */
function withoutExtensions(lines: readonly Line[]): Line[] {
  return changeLines(lines, each => {
    if (/^\s*(?:\[TOC\]|\{:[^}]*\}|\*\[[^\]]+\]:.*)\s*$/.test(each)) return '';
    return outsideSpans(each, part =>
      part
        .replace(
          /(?<=[)\]\w*_`>])[ \t]*\{:?\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w-]+))(?:\s+(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w-]+)))*\s*\}/g,
          '',
        )
        .replace(/:(?:material|octicons|fontawesome|simple)-[\w-]+:(?:\{[^}]*\})?[ \t]?/g, '')
        .replace(/\+\+([a-z0-9"-]+(?:\+[a-z0-9"-]+)*)\+\+/g, (_, keys: string) => {
          return `\`${keys
            .split('+')
            .map(key => humanName(key.replaceAll('"', '')))
            .join('+')}\``;
        }),
    );
  });
}
