import { defineProject } from 'vitest/config';

const conditions = ['handrail-source', 'module', 'browser', 'import', 'default'];

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    name: 'widget',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: ['./test/setUp.ts', './test/lastPaint.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    env: { TZ: 'UTC' },
  },
});
