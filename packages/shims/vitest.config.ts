import { defineProject } from 'vitest/config';

const conditions = ['handrail-source', 'module', 'browser', 'import', 'default'];

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'shims',
    include: ['src/**/*.test.ts'],
    environment: 'jsdom',
    maxWorkers: 2,
    testTimeout: 30_000,
    env: { TZ: 'UTC' },
  },
});
