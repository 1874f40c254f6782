import { type KnowledgeFile, READABLE_VERSIONS } from './knowledgeFile.js';

/** What a reader needs of each entry in `locales`: where, and of what kind, a string unless it says another. */
const NEEDED =
  'locale articles:number titles language.words language.phrases language.endings shards.first:list shards.hashes ' +
  'words.first:list words.hashes runs.sizes:list runs.perFile:list runs.hashes';

/**
 * Checks `knowledge.json` before anything is made of it. Throws, naming the place, when it was written by a version this reader does not
 * know or lacks what the reader needs.
 */
export function checkKnowledgeFile(file: Partial<KnowledgeFile>): KnowledgeFile {
  const { serializationVersion: version, locales } = file;
  if (version === undefined || !READABLE_VERSIONS.includes(version)) {
    refuse('serializationVersion', READABLE_VERSIONS.join(' or '), version, '; compile the articles anew');
  }
  need(file, '', 'defaultLocale', 'string');
  need(file, '', 'locales', 'list');
  locales?.forEach((entry, place) => {
    for (const needed of NEEDED.split(' ')) {
      const [path = '', kind = 'string'] = needed.split(':');
      need(entry, `locales[${place}].`, path, kind);
    }
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
