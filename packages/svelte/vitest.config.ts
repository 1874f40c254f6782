import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineProject } from 'vitest/config';

const conditions = ['handrail-source', 'module', 'browser', 'import', 'default'];

export default defineProject({
  plugins: [svelte({ configFile: false })],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  define: { __PANEL_FILE__: 'null', __MORE_FILE__: 'null' },
  test: {
    name: 'svelte',
    include: ['src/**/*.test.ts'],
    exclude: ['src/server.test.ts'],
    environment: 'jsdom',
    setupFiles: ['../widget/test/styleSheets.ts', '../widget/test/lastPaint.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
