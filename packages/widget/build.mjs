// Builds the files a page loads (dist/w) and the module other applications import (dist/npm).
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const shared = {
  root,
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['handrail-source', 'module', 'browser', 'import', 'default'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
};

rmSync(`${root}dist/w`, { recursive: true, force: true });
rmSync(`${root}dist/npm`, { recursive: true, force: true });

await build({
  ...shared,
  // Libraries keep their development checks until somebody says otherwise; a page wants none.
  define: { 'process.env.NODE_ENV': '"production"' },
  base: './',
  build: {
    target: 'es2022',
    outDir: 'dist/w',
    emptyOutDir: false,
    manifest: true,
    // As a library: without the helper that preloads style sheets, of which there are none.
    lib: { entry: 'src/panel/mount.tsx', formats: ['es'] },
    rollupOptions: {
      // Shared modules join the entry instead of becoming files of their own.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'panel-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        minify: true,
        // Notes for bundlers; no bundler comes after this one.
        comments: { annotation: false },
      },
    },
  },
});

const more = await build({
  ...shared,
  build: {
    target: 'es2022',
    outDir: 'dist/w',
    emptyOutDir: false,
    copyPublicDir: false,
    lib: { entry: 'src/more/index.ts', formats: ['es'] },
    rollupOptions: { output: { entryFileNames: 'more-[hash].js', minify: true, comments: { annotation: false } } },
  },
});

const manifest = JSON.parse(readFileSync(`${root}dist/w/.vite/manifest.json`, 'utf8'));
const panel = manifest['src/panel/mount.tsx'].file;

await build({
  ...shared,
  define: { __PANEL_FILE__: JSON.stringify(panel), __MORE_FILE__: JSON.stringify(more[0].output[0].fileName) },
  build: {
    target: 'es2022',
    outDir: 'dist/w',
    emptyOutDir: false,
    copyPublicDir: false,
    lib: { entry: 'src/loader/loader.ts', formats: ['iife'], name: 'handrail', fileName: () => 'handrail.js' },
  },
});

await build({
  ...shared,
  define: { __PANEL_FILE__: 'null', __MORE_FILE__: 'null' },
  build: {
    target: 'es2022',
    outDir: 'dist/npm',
    emptyOutDir: false,
    minify: false,
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'index.js' },
    rollupOptions: { external: [/^@handrail\/(core|content|protocol)/, /^preact/, 'nanostores'] },
  },
});
