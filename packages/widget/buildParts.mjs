// Bundles `@handrail/core/parts` as a page's bundler does, for its row in `npm run size`; nobody loads this file.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['handrail-source', 'module', 'browser', 'import', 'default'] },
  build: {
    target: 'es2022',
    outDir: '../../.reports/sizes',
    emptyOutDir: true,
    // A module for bundlers is left readable unless a page is what it ends in.
    lib: { entry: '../core/src/parts/index.ts', formats: ['iife'], name: 'parts', fileName: () => 'parts.js' },
  },
});
