import { defineProject } from 'vitest/config';

const conditions = ['source', 'module', 'browser', 'import', 'default'];

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { name: 'widget', environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], env: { TZ: 'UTC' } },
});
