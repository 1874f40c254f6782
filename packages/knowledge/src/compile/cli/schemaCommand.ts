import { SiteFileSchema } from '../settings/siteFileSchema.js';
import { EXIT } from './cliIo.js';
import type { RunCommand } from './commands.js';

/** `schema`: the JSON Schema of the site file, for editors. */
export const schema: RunCommand = async (_words, _options, io) => {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
  io.out(`${JSON.stringify({ ...head, ...SiteFileSchema }, null, 2)}\n`);
  return EXIT.done;
};
