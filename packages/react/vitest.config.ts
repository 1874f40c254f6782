import { defineProject } from 'vitest/config';

const conditions = ['handrail-source', 'module', 'browser', 'import', 'default'];

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // The widget's own views; tests here name React.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __PANEL_FILE__: 'null', __MORE_FILE__: 'null' },
  test: {
    name: 'react',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: ['../widget/test/styleSheets.ts', './test/setUp.ts', '../widget/test/lastPaint.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
