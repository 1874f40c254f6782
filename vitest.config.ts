import { defineConfig } from 'vitest/config';

const conditions = ['handrail-source', 'module', 'import', 'default'];
// Journeys run agents from Node, which brings its WebSocket by the `node` condition.
const inNode = ['handrail-source', 'node', 'module', 'import', 'default'];
const source = { resolve: { conditions }, ssr: { resolve: { conditions } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          include: ['packages/{content,protocol,knowledge,flow,core,test-kit,bench,sites}/src/**/*.test.ts'],
          // A process for each of 180 files would cost three times what the tests do.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      'packages/server/vitest.config.ts',
      'packages/inbox/vitest.config.ts',
      'packages/widget/vitest.config.ts',
      'packages/react/vitest.config.ts',
      'packages/vue/vitest.config.ts',
      'packages/svelte/vitest.config.ts',
      'packages/svelte/vitest.server.config.ts',
      'packages/element/vitest.config.ts',
      'packages/shims/vitest.config.ts',
      'packages/faults/vitest.config.ts',
      {
        resolve: { conditions: inNode },
        ssr: { resolve: { conditions: inNode } },
        test: {
          name: 'e2e',
          globalSetup: 'packages/e2e/src/compileHelp.ts',
          include: ['packages/e2e/src/*.spec.ts'],
          // A busy machine is slow, not wrong.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // A file waits more than it works: a browser and a server of its own for each of two.
          maxWorkers: 2,
        },
      },
      {
        resolve: { conditions: inNode },
        ssr: { resolve: { conditions: inNode } },
        test: {
          name: 'sheet',
          globalSetup: 'packages/e2e/src/compileHelp.ts',
          include: ['packages/e2e/src/sheet/*.spec.ts'],
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: inNode },
        ssr: { resolve: { conditions: inNode } },
        test: {
          name: 'engines',
          globalSetup: 'packages/e2e/src/compileHelp.ts',
          include: ['packages/e2e/src/engines/*.spec.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
