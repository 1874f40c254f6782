import Type, { type Static } from 'typebox';

const Locale = '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$';
const Words = Type.Array(
  Type.Union([Type.String({ pattern: '=' }), Type.Array(Type.String({ minLength: 1 }), { minItems: 2 })]),
);

/** `handrail.knowledge.yml` or `.json`: what holds for a whole folder of articles. */
export const SiteFileSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    defaultLocale: Type.Optional(
      Type.String({ pattern: Locale, description: 'Language tag of articles that name none. Default: en.' }),
    ),
    synonyms: Type.Optional(
      Type.Record(Type.String({ pattern: Locale }), Words, {
        description: 'Words that mean the same, per language tag: "basket = cart", or lists of words. Default: none.',
      }),
    ),
    audiences: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'Audiences whose articles are taken in besides those for everyone. Default: none.',
      }),
    ),
    ignore: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'Globs of files that are no articles, from this folder on: internal/**. Default: none.',
      }),
    ),
    staleAfterDays: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Days after which `check` calls an article stale. Default: 365.' }),
    ),
  },
  { title: 'handrail.knowledge.yml', additionalProperties: false },
);

/** The content of a site file. */
export type SiteFile = Static<typeof SiteFileSchema>;
