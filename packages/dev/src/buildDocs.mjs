import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build, newest } from './build.mjs';
import { must, root } from './run.mjs';

const site = `${root}docs/.vitepress/dist`;
const stamp = `${site}/.built`;

/** What the site is made from beside `docs/`: types and comments for the API reference, the widget, the compiler of articles. */
const PACKAGES = ['content', 'protocol', 'knowledge', 'flow', 'core', 'widget', 'react', 'vue', 'svelte', 'element'];

/** Builds the documentation's site; does nothing when nothing changed since. The packages must be built. */
export async function buildDocs() {
  const code = Math.max(...PACKAGES.map(name => newest(`${root}packages/${name}`)));
  const changed = Math.max(code, newest(`${root}docs`), newest(`${root}docs/.vitepress`));
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= changed) return;
  process.stderr.write('Building the documentation\n');
  await must('Building the documentation', process.execPath, [`${root}docs/.vitepress/build/build.mjs`, String(code)]);
  mkdirSync(site, { recursive: true });
  writeFileSync(stamp, '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build();
  await buildDocs();
}
