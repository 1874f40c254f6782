import { defineConfig } from 'vitest/config';

const conditions = ['handrail-source', 'module', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['./vitest.build.ts'],
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
