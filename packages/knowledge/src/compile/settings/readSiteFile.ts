import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../problem.js';
import { readSynonyms } from '../readSynonyms.js';
import type { SiteFile } from './siteFileSchema.js';

/** What a folder says about all its articles. */
export interface SiteSettings extends Omit<SiteFile, '$schema' | 'synonyms'> {
  readonly synonyms?: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** Settings and what was wrong with them; a setting that cannot be used is left out. */
export interface SiteFileResult {
  readonly settings: SiteSettings;
  readonly problems: readonly Problem[];
}

/** Names a site file may have; the first that exists is read. */
export const SITE_FILES = ['handrail.knowledge.yml', 'handrail.knowledge.yaml', 'handrail.knowledge.json'];

/** Reads the site file at the root of a folder; without one there are no settings and no problems. */
export async function readSiteFile(dir: string): Promise<SiteFileResult> {
  for (const name of SITE_FILES) {
    let text: string;
    try {
      text = await readFile(join(dir, name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      const message = `unreadable file: ${error instanceof Error ? error.message : String(error)}`;
      return { settings: {}, problems: [{ severity: 'error', where: name, message }] };
    }
    return readSettings(text, name);
  }
  return { settings: {}, problems: [] };
}

async function readSettings(text: string, where: string): Promise<SiteFileResult> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const error = document.errors[0];
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    return { settings: {}, problems: [{ severity: 'error', where, line, message: `broken file: ${error.message}` }] };
  }
  const value: unknown = document.toJS({ maxAliasCount: 10 }) ?? {};
  // Loaded here: most folders have no site file, and the checker is a large part of the start.
  const { findSettingErrors } = await import('./findSettingErrors.js');
  const problems: Problem[] = [];
  const broken = new Set<string>();
  for (const { path, expected, got } of findSettingErrors(value)) {
    const line = lineAt(document, lines, path);
    const message = `${path || '/'}: expected ${expected}, got ${got}`;
    problems.push({ severity: 'error', where, ...(line === undefined ? {} : { line }), message });
    broken.add(path.split('/')[1] ?? '');
  }
  return { settings: broken.has('') ? {} : settingsOf(value as SiteFile, broken), problems };
}

function settingsOf({ $schema: _, synonyms, ...rest }: SiteFile, broken: ReadonlySet<string>): SiteSettings {
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !broken.has(key)));
  if (synonyms === undefined || broken.has('synonyms')) return kept;
  return {
    ...kept,
    synonyms: Object.fromEntries(
      Object.entries(synonyms).map(([locale, groups]) => [locale, readSynonyms(groups) ?? []]),
    ),
  };
}

function lineAt(document: Document, lines: LineCounter, path: string): number | undefined {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => (/^\d+$/.test(step) ? Number(step) : step));
  const node = steps.length === 0 ? document.contents : document.getIn(steps, true);
  return isNode(node) && node.range ? lines.linePos(node.range[0]).line : undefined;
}
