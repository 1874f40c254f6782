import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
const run = promisify(execFile);

const CONFIG = `import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';

export default {
  base: './',
  logLevel: 'error',
  plugins: [vue(), svelte({ configFile: false })],
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: { outDir: 'out', minify: false },
};
`;

/** Folder the pages are built into. */
export const pages = fileURLToPath(new URL('../dist/', import.meta.url));

/**
 * Bundles files with the packages as they are published; `index.html` among them is the page.
 * @returns its path below `pages`, and what takes it away again
 */
export async function buildPage(files: Readonly<Record<string, string>>): Promise<{ path: string; remove(): void }> {
  mkdirSync(pages, { recursive: true });
  const root = mkdtempSync(join(pages, 'page-'));
  const all = { ...files, 'vite.config.mjs': CONFIG };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(root, name), text);
  // A process of its own: the conditions of the test runner are not those of a page's author. React mounts twice, in StrictMode, only
  // while it develops.
  await run(process.execPath, [vite, 'build'], { cwd: root, env: { ...process.env, NODE_ENV: 'development' } });
  return { path: `${basename(root)}/out/`, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The blocks of code below a heading of a page of the documentation, in one language. */
export function codeOf(path: string, heading: string, language: string): string[] {
  const text = readFileSync(docs + path, 'utf8');
  const [, after = ''] = text.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, code]) => code ?? '',
  );
}
