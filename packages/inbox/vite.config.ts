import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { conditions: ['handrail-source', 'module', 'browser', 'import', 'default'] },
  build: { target: 'es2022', modulePreload: false, assetsInlineLimit: 0 },
});
