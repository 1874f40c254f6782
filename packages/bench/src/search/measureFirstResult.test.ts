import { expect, test } from 'vitest';
import type { BuiltIndex } from './engine.js';
import { measureFirstResult } from './measureFirstResult.js';

const KB = 1024;

/** An index whose parts are as large as the queries they answer, in kB. */
function built(indexBytes: number, atOnce: number) {
  let opened = 0;
  const index: BuiltIndex = {
    indexBytes,
    allBytes: indexBytes,
    async open() {
      opened++;
      let loaded = atOnce;
      return {
        loadedBytes: () => loaded,
        async search(query) {
          if (atOnce < indexBytes) loaded += query.length * KB;
          return [];
        },
      };
    },
  };
  return { index, opened: () => opened };
}

test('each query is the first of an index that reads in parts', async () => {
  const { index, opened } = built(900 * KB, KB);
  const queries = Array.from({ length: 100 }, (_, n) => 'x'.repeat(n + 1));
  expect(await measureFirstResult(index, queries)).toEqual({
    'first kB p50': 51.5,
    'first kB p95': 96,
    'first kB max': 101,
  });
  expect(opened()).toBe(100);
});

test('an index that is read as a whole is opened once', async () => {
  const { index, opened } = built(20 * KB, 20 * KB);
  const row = await measureFirstResult(index, ['x', 'xx']);
  expect(row).toEqual({ 'first kB p50': 20, 'first kB p95': 20, 'first kB max': 20 });
  expect(opened()).toBe(1);
});
