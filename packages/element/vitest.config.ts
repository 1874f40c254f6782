import { defineProject } from 'vitest/config';

const conditions = ['handrail-source', 'module', 'browser', 'import', 'default'];

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  define: { __PANEL_FILE__: 'null', __MORE_FILE__: 'null' },
  test: {
    name: 'element',
    include: ['src/**/*.test.ts'],
    environment: 'jsdom',
    setupFiles: ['../widget/test/styleSheets.ts', '../widget/test/lastPaint.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
