import { existsSync, statSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build, newest } from './build.mjs';
import { root, run } from './run.mjs';

const site = `${root}docs/.vitepress/dist`;
const stamp = `${site}/.built`;

/** What the site is made from beside `docs/`: types and comments for the API reference, the widget, the compiler of articles. */
const PACKAGES = ['content', 'protocol', 'knowledge', 'flow', 'core', 'widget', 'react', 'vue', 'svelte', 'element'];

/**
 * Builds the documentation's site; does nothing when nothing changed since. The packages must be built.
 * @returns {Promise<boolean>} whether it is there; what went wrong is printed
 */
export async function buildDocs() {
  const code = Math.max(...PACKAGES.map(name => newest(`${root}packages/${name}`)));
  const changed = Math.max(code, newest(`${root}docs`), newest(`${root}docs/.vitepress`));
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= changed) return true;
  process.stderr.write('Building the documentation\n');
  const command = [`${root}docs/.vitepress/build/build.mjs`, String(code)];
  const { code: failed, output } = await run(process.execPath, command, { quiet: true });
  if (failed) process.stderr.write(`Building the documentation failed:\n${output}\n`);
  else writeFileSync(stamp, '');
  return !failed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build();
  if (!(await buildDocs())) process.exitCode = 1;
}
