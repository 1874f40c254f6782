import { type KnowledgeFile, READABLE_VERSIONS } from './knowledgeFile.js';

/** What a reader needs of each entry in `locales`: where, and of what kind. */
const NEEDED: readonly (readonly [path: string, kind: string])[] = [
  ['locale', 'string'],
  ['articles', 'number'],
  ['titles', 'string'],
  ['language.words', 'string'],
  ['language.phrases', 'string'],
  ['language.endings', 'string'],
  ['shards.first', 'list'],
  ['shards.hashes', 'string'],
  ['words.first', 'list'],
  ['words.hashes', 'string'],
  ['runs.sizes', 'list'],
  ['runs.perFile', 'list'],
  ['runs.hashes', 'string'],
];

/**
 * Checks `knowledge.json` before anything is made of it. Throws, naming the place, when it was written by a version this reader does not
 * know or lacks what the reader needs.
 */
export function checkKnowledgeFile(file: Partial<KnowledgeFile>): KnowledgeFile {
  const { serializationVersion: version, locales } = file;
  if (version === undefined || !READABLE_VERSIONS.includes(version)) {
    refuse(
      'serializationVersion',
      READABLE_VERSIONS.join(' or '),
      version,
      '; compile the articles again with this version',
    );
  }
  need(file, '', 'defaultLocale', 'string');
  need(file, '', 'locales', 'list');
  locales?.forEach((entry, place) => {
    for (const [path, kind] of NEEDED) need(entry, `locales[${place}].`, path, kind);
  });
  return file as KnowledgeFile;
}

function need(holder: unknown, at: string, path: string, kind: string): void {
  let value = holder;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
  if ((Array.isArray(value) ? 'list' : typeof value) !== kind) refuse(at + path, `a ${kind}`, value);
}

function refuse(at: string, expected: string, got: unknown, advice = ''): never {
  const shown = JSON.stringify(got)?.slice(0, 60) ?? 'nothing';
  throw new Error(`knowledge.json: expected ${at} ${expected}, got ${shown}${advice}`);
}
