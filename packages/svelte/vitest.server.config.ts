import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineProject } from 'vitest/config';

// Svelte is another library on a server, told apart by the `browser` condition, which is not among these.
const conditions = ['handrail-source', 'module', 'import', 'default'];

export default defineProject({
  plugins: [svelte({ configFile: false })],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  define: { __PANEL_FILE__: 'null', __MORE_FILE__: 'null' },
  test: { name: 'svelte-server', include: ['src/server.test.ts'], maxWorkers: 2, testTimeout: 30_000 },
});
