/** An option of the command line. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** What stands for its value in the help. */
  readonly value?: string;
  readonly multiple?: boolean;
  readonly about: string;
}

/** All options, by name; a command lists those it takes. */
export const OPTIONS = {
  out: { type: 'string', value: 'FOLDER', about: 'where to write; files of earlier builds stay' },
  from: { type: 'string', value: 'KIND', about: 'what the source is, when it is not found out by itself' },
  locale: {
    type: 'string',
    value: 'TAG',
    about: 'language of articles that name none (default: the site file, then en)',
  },
  audience: {
    type: 'string',
    value: 'NAME',
    multiple: true,
    about: 'take in articles for this audience too; may be repeated',
  },
  strict: { type: 'boolean', about: 'warnings fail, too' },
  watch: { type: 'boolean', about: 'do it again when a file changes, until Ctrl+C' },
  json: { type: 'boolean', about: 'print the report as JSON' },
  quiet: { type: 'boolean', about: 'print problems only' },
  external: { type: 'boolean', about: 'ask the addresses outside whether they are there' },
  skip: { type: 'string', value: 'CHECK', multiple: true, about: 'leave a check out; may be repeated' },
  'stale-after': {
    type: 'string',
    value: 'DAYS',
    about: 'an article is stale after this (default: the site file, then 365)',
  },
  'min-words': { type: 'string', value: 'N', about: 'shorter articles are too short (default: 20)' },
  'max-words': { type: 'string', value: 'N', about: 'longer articles are too long (default: 2000)' },
  similar: { type: 'string', value: 'SHARE', about: 'articles alike by this share are near-identical (default: 0.8)' },
  limit: { type: 'string', value: 'N', about: 'results to show (default: 5)' },
  encoder: {
    type: 'string',
    value: 'FOLDER',
    about: 'a sentence encoder (model.onnx) that has a say in what the bot makes of it',
  },
  images: { type: 'boolean', about: "fetch images, from the help desk's own hosts" },
  host: { type: 'string', value: 'NAME', multiple: true, about: 'fetch images from this host, too; may be repeated' },
  force: { type: 'boolean', about: 'write over files that were changed since' },
  help: { type: 'boolean', about: 'this text' },
} as const satisfies Record<string, OptionSpec>;

/** The name of an option. */
export type OptionName = keyof typeof OPTIONS;

/** Given options: texts, lists of texts, or `true`. */
export interface GivenOptions {
  readonly text: (name: OptionName) => string | undefined;
  readonly texts: (name: OptionName) => readonly string[];
  readonly flag: (name: OptionName) => boolean;
}
