import { defineConfig } from 'vitest/config';

const source = { resolve: { conditions: ['source', 'module', 'import', 'default'] }, ssr: { resolve: { conditions: ['source', 'module', 'import', 'default'] } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          include: ['packages/{content,protocol,knowledge,flow,core,test-kit}/src/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
