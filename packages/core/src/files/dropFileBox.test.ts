import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { dropFileBox } from './dropFileBox.js';
import { openFileBox } from './fileBox.js';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);
const bytes = (text: string) => new Blob([text]) as never;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('the database goes although pages hold it open, and is made anew by the next file', async () => {
  const [one, two] = [openFileBox('site:files'), openFileBox('site:files')];
  const other = openFileBox('other:files');
  await Promise.all([one.put('a', bytes('a')), two.put('b', bytes('b')), other.put('c', bytes('c'))]);
  dropFileBox('site:files');
  await vi.waitFor(async () => expect(await names()).toEqual(['other:files']));
  await one.put('d', bytes('d'));
  expect([await one.get('a'), await two.get('b'), await two.get('d')]).toEqual([null, null, expect.anything()]);
  expect(await other.get('c')).not.toBeNull();
});

test('where there is no database nothing is made, and nothing thrown', async () => {
  dropFileBox('never:files');
  await new Promise(resolve => setTimeout(resolve, 10));
  expect(await names()).not.toContain('never:files');
  vi.stubGlobal('indexedDB', {
    deleteDatabase() {
      throw new Error('not allowed');
    },
  });
  dropFileBox('refused');
  vi.stubGlobal('indexedDB', undefined);
  dropFileBox('missing');
  vi.unstubAllGlobals();
});

test('what may not be kept stays in the memory of the page', async () => {
  let may = false;
  const box = openFileBox('asked:files', () => may);
  await box.put('a', bytes('a'));
  may = true;
  await box.put('b', bytes('b'));
  expect([await box.get('a'), await box.get('b')]).toEqual([expect.anything(), expect.anything()]);
  const afterReload = openFileBox('asked:files');
  expect([await afterReload.get('a'), await afterReload.get('b')]).toEqual([null, expect.anything()]);
});
