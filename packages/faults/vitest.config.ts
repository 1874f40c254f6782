import { defineConfig } from 'vitest/config';

// Clients run from their sources, with the WebSocket that core brings for Node; servers are processes of their own.
const conditions = ['handrail-source', 'node', 'module', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'faults',
    include: ['src/**/*.test.ts'],
    globalSetup: ['./vitest.build.ts'],
    testTimeout: 900_000,
    hookTimeout: 60_000,
    // Figures of one fault must not depend on what runs beside it.
    fileParallelism: false,
  },
});
