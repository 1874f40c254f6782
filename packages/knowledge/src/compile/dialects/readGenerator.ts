import { join, posix } from 'node:path';
import picomatch from 'picomatch';
import type { ArticleInput } from '../articleInput.js';
import { firstHeading } from '../firstHeading.js';
import type { Problem } from '../problem.js';
import { readUtf8 } from '../readUtf8.js';
import { splitFrontMatter } from '../splitFrontMatter.js';
import { anchorNames } from './anchorNames.js';
import { createProject, listPages } from './createProject.js';
import type { DialectFile, DialectPlan, Placement, Project, Root } from './dialect.js';
import { DIALECTS } from './dialects.js';
import { frontFields, hiddenReason, text } from './frontFields.js';
import type { ReadPart } from './includes.js';
import { type Line, toLines } from './lines.js';
import { changeAddresses } from './markdownAddresses.js';
import { humanName } from './placeNames.js';
import { createPageResolver, type KnownPage } from './resolvePages.js';

/** How a generator's folder is read. */
export interface ReadGeneratorOptions {
  /** `docusaurus`, `vitepress`, `starlight` or `mkdocs`. Default: found out by the configuration file. */
  readonly generator?: string;
  /** Locale of pages for which the configuration names none. Default `en`. */
  readonly defaultLocale?: string;
  /** Globs of files that are no articles, from the folder on. */
  readonly ignore?: readonly string[];
}

/** Articles of a generator's folder; their `source` is relative to the folder. */
export interface ReadGeneratorResult {
  readonly generator: string;
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
}

interface ReadPage extends KnownPage {
  readonly input: Omit<ArticleInput, 'body'>;
  readonly lines: readonly Line[];
}

/** The generator a folder belongs to, by its configuration file; `null` for none. */
export function findGenerator(dir: string): string | null {
  const project = createProject(dir);
  return DIALECTS.find(({ detect }) => detect(project))?.name ?? null;
}

/**
 * Reads the pages of a Docusaurus, VitePress, Starlight or MkDocs project as articles. Configuration is read, not run.
 * Throws when the folder cannot be read or is of no known generator.
 */
export async function readGenerator(dir: string, options: ReadGeneratorOptions = {}): Promise<ReadGeneratorResult> {
  const project = createProject(dir);
  const { generator } = options;
  const dialect = DIALECTS.find(({ name, detect }) => (generator === undefined ? detect(project) : name === generator));
  if (!dialect) {
    const files = DIALECTS.map(({ configFile }) => configFile).join(', ');
    throw new Error(`${dir}: expected a folder with one of ${files}, got none of them`);
  }
  const plan = dialect.plan(project, { defaultLocale: options.defaultLocale ?? 'en' });
  const problems: Problem[] = [];
  const ignored = picomatch([...(options.ignore ?? [])], { dot: true });
  const excluded = picomatch([...plan.exclude], { dot: true });
  const pages: ReadPage[] = [];
  for (const root of plan.roots) {
    for (const source of listPages(project, root.folder, dir)) {
      const path = posix.relative(root.folder, source);
      if (isOfOther(source, root, plan.roots)) continue;
      const by = ignored(source) ? 'the site file' : excluded(path) ? `the settings of ${dialect.name}` : null;
      if (by !== null) {
        problems.push({ severity: 'skipped', where: source, line: 1, message: `ignored by ${by}` });
        continue;
      }
      const page = await readPage(dir, { source, path, root }, plan, project, problems);
      if (page) pages.push(page);
    }
  }
  return { generator: dialect.name, articles: linkPages(pages), problems };
}

/** A root inside another, as of a language, is read by itself. */
function isOfOther(source: string, root: Root, roots: readonly Root[]): boolean {
  return roots.some(
    ({ folder }) => folder.length > root.folder.length && source.startsWith(`${folder}/`) && folder !== root.folder,
  );
}

async function readPage(
  dir: string,
  { source, path, root }: Omit<DialectFile, 'front'>,
  plan: DialectPlan,
  project: Project,
  problems: Problem[],
): Promise<ReadPage | null> {
  const note = (severity: Problem['severity'], message: string, line?: number) =>
    problems.push({ severity, where: source, ...(line === undefined ? {} : { line }), message });
  const content = await readUtf8(join(dir, source));
  if (!content.ok) return fail(() => note('error', content.message));
  const split = splitFrontMatter(content.text);
  if (!split.ok) return fail(() => note('error', split.message, split.line));
  const file: DialectFile = { source, path, root, front: split.values };
  const placement = plan.place(file);
  const reason = 'skip' in placement ? placement.skip : hiddenReason(split.values);
  if (reason !== null || 'skip' in placement) return fail(() => note('skipped', reason ?? '', 1));
  const remark = (line: number, message: string) => note('warning', message, line);
  const lines = plan.read(toLines(split.body, split.bodyLine), file, {
    read: partReader(project, file, plan),
    remark,
  });
  const local = changeAddresses(lines, address => localAddress(address, file, plan));
  const body = local.map(each => each.text).join('\n');
  if (body.trim() === '') return fail(() => note('skipped', 'has no text of its own', 1));
  const { address, locale } = placement;
  const input = makeInput(file, placement, body);
  return { input, lines: local, source, locale, address, anchors: anchorNames(body) };
}

function fail(report: () => void): null {
  report();
  return null;
}

function makeInput({ source, front }: DialectFile, placement: Placement, body: string): Omit<ArticleInput, 'body'> {
  const { id, locale, address, title, section, aliases = [] } = placement;
  const fields = frontFields(front);
  const found =
    text(front.title) ?? firstHeading(body) ?? text(front.sidebar_label) ?? title ?? humanName(id === '' ? source : id);
  return {
    ...(section === undefined ? {} : { section }),
    ...fields,
    id: id === '' ? 'index' : id,
    title: found,
    locale,
    source,
    addresses: [...new Set([address, ...(fields.addresses ?? [])])],
    ...(aliases.length + (fields.aliases?.length ?? 0) === 0
      ? {}
      : { aliases: [...aliases, ...(fields.aliases ?? [])] }),
  };
}

/** Files of the project that a text names from the root of the site become paths from its own file on. */
function localAddress(address: string, file: DialectFile, plan: DialectPlan): string {
  const asset = plan.asset(address, file);
  return asset === null ? address : posix.relative(posix.dirname(file.source), asset);
}

function partReader(project: Project, file: DialectFile, { asset, partFolders = [] }: DialectPlan): ReadPart {
  return (path, from) => {
    const named = asset(path, file);
    const folders = [...partFolders, posix.dirname(from)];
    const paths = named === null ? folders.map(folder => posix.join(folder, path)) : [named];
    for (const each of paths) {
      const found = project.text(each);
      if (found !== null) return { text: found, path: each };
    }
    return null;
  };
}

function linkPages(pages: readonly ReadPage[]): ArticleInput[] {
  const resolve = createPageResolver(pages);
  return pages.map(page => {
    const lines = changeAddresses(page.lines, (address, kind) => (kind === 'link' ? resolve(address, page) : address));
    return { ...page.input, body: lines.map(each => each.text).join('\n'), lines: lines.map(each => each.line) };
  });
}
