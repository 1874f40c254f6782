import { TreeSchema } from '@handrail/content/schema';
import Type, { type TSchema } from 'typebox';

export { type SiteFile, SiteFileSchema } from './compile/settings/siteFileSchema.js';

/** JSON Schemas of the compiled files. The binary files (`.bin`) are described in `files/lexicon.ts`, `files/postings.ts`, `files/bitWriter.ts`. */
const open = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: true });

const Texts = Type.Array(Type.String());
const Counts = Type.Array(Type.Integer({ minimum: 1 }));
const Shards = open({ first: Texts, hashes: Type.String() });
const summary = {
  id: Type.String({ minLength: 1 }),
  title: Type.String({ minLength: 1 }),
  summary: Type.Optional(Type.String()),
  section: Type.Optional(Type.String()),
  pages: Type.Optional(Texts),
  updated: Type.Optional(Type.String()),
  aliases: Type.Optional(Texts),
};

/** One language in {@link KnowledgeFileSchema}. */
export const LocaleEntrySchema = open({
  locale: Type.String({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' }),
  articles: Type.Integer({ minimum: 0 }),
  titles: Type.String(),
  words: Shards,
  synonyms: Type.Optional(Type.String()),
  language: open({ words: Type.String(), phrases: Type.String(), endings: Type.String() }),
  shards: Shards,
  runs: open({ sizes: Counts, perFile: Counts, hashes: Type.String() }),
});

/** `knowledge.json`. */
export const KnowledgeFileSchema = open({
  serializationVersion: Type.Integer({ minimum: 0 }),
  defaultLocale: Type.String(),
  locales: Type.Array(LocaleEntrySchema),
});

/** `<locale>/titles.<hash>.json`. */
export const TitlesFileSchema = open({ articles: Type.Array(open(summary)) });

/** `<locale>/synonyms.<hash>.json`. */
export const SynonymsFileSchema = open({ groups: Type.Array(Texts), concepts: Type.String() });

/** One article in {@link ArticleGroupFileSchema}. */
export const StoredArticleSchema = open({
  ...summary,
  minutes: Type.Integer({ minimum: 1 }),
  tags: Type.Optional(Texts),
  questions: Type.Optional(Texts),
  related: Type.Array(open({ id: Type.String(), title: Type.String() })),
  tree: TreeSchema,
});

/** `<locale>/articles/<n>.<hash>.json`. */
export const ArticleGroupFileSchema = open({ articles: Type.Array(StoredArticleSchema, { minItems: 1 }) });
