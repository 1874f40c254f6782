import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { conditions: ['handrail-source', 'module', 'browser', 'import', 'default'] },
  test: {
    name: 'inbox',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: ['./test/setUp.ts', '../widget/test/lastPaint.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    globals: true,
    env: { TZ: 'UTC' },
  },
});
