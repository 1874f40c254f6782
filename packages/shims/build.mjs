// Builds the files a page loads beside the widget's script (dist/shims); modules for bundlers come from `tsc`.
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const vendors = readdirSync(`${root}src`, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name);

rmSync(`${root}dist/shims`, { recursive: true, force: true });
for (const vendor of vendors) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['handrail-source', 'module', 'browser', 'import', 'default'] },
    build: {
      target: 'es2022',
      outDir: 'dist/shims',
      emptyOutDir: false,
      lib: {
        entry: `src/${vendor}/script.ts`,
        formats: ['iife'],
        name: 'handrailShim',
        fileName: () => `${vendor}.js`,
      },
    },
  });
}
