import { expect, test } from 'vitest';
import * as server from './index.js';

test('the public names', () => {
  expect(Object.keys(server).sort()).toMatchInlineSnapshot(`
    [
      "DEFAULT_SERVER_LIMITS",
      "StoreError",
      "createMemoryStore",
      "createServer",
      "createSqliteStore",
    ]
  `);
});
