import type { KnowledgeIo } from './cliIo.js';
import type { GivenOptions, OptionName } from './optionTable.js';

/** Runs a command; resolves to the exit code. */
export type RunCommand = (words: readonly string[], options: GivenOptions, io: KnowledgeIo) => Promise<number>;

/** A command: what it takes, and where its code is. */
export interface CommandSpec {
  /** What must stand behind its name, in words. */
  readonly takes: readonly string[];
  readonly about: string;
  readonly options: readonly OptionName[];
  readonly notes: string;
  /** Loaded when it is used: `--help` needs neither the compiler nor a DOM. */
  readonly load: () => Promise<RunCommand>;
}

const SOURCE = `A source is a folder of Markdown, a Docusaurus, VitePress, Starlight or MkDocs folder, a folder of built HTML,
the address of a site with a sitemap, or the JSON export of Zendesk, Intercom, Help Scout or Freshdesk (a file or a
folder of files). --from names it: markdown, html, site, docusaurus, vitepress, starlight, mkdocs, zendesk, intercom,
helpscout, freshdesk.`;

const CODES = 'Exit codes: 0 done, 1 problems, 2 wrong use, 3 nothing found.';

/** The commands by name. */
export const COMMANDS: Readonly<Record<string, CommandSpec>> = {
  build: {
    takes: ['source'],
    about: 'articles to files for search, reading and the bot',
    options: ['out', 'from', 'locale', 'audience', 'strict', 'watch', 'json', 'quiet', 'help'],
    notes: `${SOURCE}\n\nWith --strict nothing is written when there are errors or warnings.\n${CODES}`,
    load: async () => (await import('./buildCommand.js')).build,
  },
  check: {
    takes: ['source'],
    about: 'dead links, duplicates, stale and near-identical articles, and more',
    options: [
      'from',
      'locale',
      'audience',
      'external',
      'skip',
      'stale-after',
      'min-words',
      'max-words',
      'similar',
      'strict',
      'watch',
      'json',
      'quiet',
      'help',
    ],
    notes: `${SOURCE}\n\nErrors end with 1; warnings do with --strict.\n${CODES}`,
    load: async () => (await import('./checkCommand.js')).check,
  },
  try: {
    takes: ['question', 'source or built folder'],
    about: 'ask a question and see what is found, and why',
    options: ['from', 'locale', 'audience', 'limit', 'encoder', 'json', 'help'],
    notes: `${SOURCE}\nA folder with a knowledge.json is read as it is.\n\n${CODES}`,
    load: async () => (await import('./tryCommand.js')).tryQuestion,
  },
  import: {
    takes: ['zendesk|intercom|helpscout|freshdesk', 'file or folder'],
    about: "a help desk's export to a folder of Markdown files",
    options: ['out', 'locale', 'images', 'host', 'force', 'strict', 'json', 'quiet', 'help'],
    notes: `Files that are there and differ are left alone unless --force is given.\n\n${CODES}`,
    load: async () => (await import('./importCommand.js')).importFrom,
  },
  schema: {
    takes: [],
    about: 'print the JSON Schema of handrail.knowledge.yml',
    options: ['help'],
    notes: CODES,
    load: async () => (await import('./schemaCommand.js')).schema,
  },
};
