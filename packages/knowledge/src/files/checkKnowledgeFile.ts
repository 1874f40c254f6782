import { type KnowledgeFile, type LocaleEntry, READABLE_VERSIONS } from './knowledgeFile.js';

/**
 * Checks `knowledge.json` before anything is made of it. Throws, naming the place, when it was written by a version this reader does not
 * know or lacks what the reader needs.
 */
export function checkKnowledgeFile(file: Partial<KnowledgeFile>): KnowledgeFile {
  const { serializationVersion: version, defaultLocale, locales } = file;
  if (version === undefined || !READABLE_VERSIONS.includes(version)) {
    throw new Error(
      `knowledge.json: expected serializationVersion ${READABLE_VERSIONS.join(' or ')}, got ${JSON.stringify(version) ?? 'nothing'}; compile the articles again with this version`,
    );
  }
  expect(typeof defaultLocale === 'string', 'defaultLocale', 'a language tag', defaultLocale);
  expect(Array.isArray(locales), 'locales', 'a list', locales);
  (locales as readonly LocaleEntry[]).forEach((entry, place) => {
    checkEntry(entry, `locales[${place}]`);
  });
  return { serializationVersion: version, defaultLocale: defaultLocale as string, locales: locales as LocaleEntry[] };
}

function checkEntry(entry: Partial<LocaleEntry> | null, at: string): void {
  const { locale, articles, titles, words, language, shards, groups } = entry ?? {};
  expect(typeof locale === 'string', `${at}.locale`, 'a language tag', locale);
  expect(Number.isInteger(articles), `${at}.articles`, 'a whole number', articles);
  expect(typeof titles === 'string', `${at}.titles`, 'a path', titles);
  expect(words === null || typeof words === 'string', `${at}.words`, 'a path or null', words);
  expect(typeof language?.words === 'string', `${at}.language`, 'lists of words', language);
  expect(Array.isArray(shards?.first) && typeof shards.hashes === 'string', `${at}.shards`, 'a shard map', shards);
  expect(Array.isArray(groups?.sizes) && typeof groups.hashes === 'string', `${at}.groups`, 'a group map', groups);
}

function expect(isSo: boolean, at: string, expected: string, got: unknown): void {
  if (isSo) return;
  const shown = JSON.stringify(got)?.slice(0, 60) ?? 'nothing';
  throw new Error(`knowledge.json: ${at}: expected ${expected}, got ${shown}`);
}
