import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFile } from '../../http/isFile.js';
import type { CliIo } from '../cliIo.js';
import { SITE, starterFiles } from './starterFiles.js';

/**
 * `handrail init [FOLDER]`: writes settings, an article and a page with the widget. 1, and nothing is written, when one of them is
 * there already.
 * @param folder where; the empty text is the current one
 */
export async function init(folder: string, io: CliIo): Promise<number> {
  const files = [...starterFiles].map(([path, text]) => [join(folder, path), text] as const);
  const taken: string[] = [];
  for (const [path] of files) if (await isFile(path)) taken.push(path);
  if (taken.length > 0) {
    io.error(`handrail: init: expected a folder without ${taken.join(', ')}; nothing was written.\n`);
    return 1;
  }
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  io.out(`${files.map(([path]) => `${path}\n`).join('')}
Next:  ${folder === '' ? '' : `cd ${folder} && `}handrail serve
Then:  write articles into help/, and put the widget into your own pages:

  <script async src="http://localhost:4400/w/${SITE}.js"></script>

A page's origin must stand in "origins" of handrail.json.
`);
  return 0;
}
