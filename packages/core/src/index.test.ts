import { expect, test, vi } from 'vitest';
import * as agent from './agent/index.js';
import * as core from './index.js';
import * as parts from './parts/index.js';
import * as testing from './testing/index.js';

test('exports', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "HandrailError",
      "backoff",
      "conversationNumber",
      "createHandrail",
      "fileSize",
      "followFileUrl",
      "idleStores",
      "isPicture",
      "memoryStorage",
      "pickLocale",
      "pictureBox",
      "webStorage",
    ]
  `);
});

test('exports of ./agent', () => {
  expect(Object.keys(agent).sort()).toMatchInlineSnapshot(`
    [
      "createAgent",
    ]
  `);
});

test('exports of ./parts', () => {
  expect(Object.keys(parts).sort()).toMatchInlineSnapshot(`
    [
      "createAnnouncer",
      "createComposer",
      "createScrollKeeper",
      "createSearchBox",
      "createUnreadMark",
      "dayLabel",
      "hitTargets",
      "isEmpty",
      "markedParts",
      "messageRows",
      "noClient",
    ]
  `);
});

test('exports of ./testing', () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "createTestClient",
      "fixtures",
      "testArticles",
    ]
  `);
});

test('importing touches nothing: no network, no timer, no chance', async () => {
  const touch = (name: string) => () => {
    throw new Error(`${name} was touched while importing`);
  };
  for (const name of ['fetch', 'WebSocket', 'setInterval']) vi.stubGlobal(name, touch(name));
  vi.stubGlobal('crypto', { getRandomValues: touch('crypto') });
  vi.resetModules();
  const again = await Promise.all([
    import('./index.js'),
    import('./agent/index.js'),
    import('./parts/index.js'),
    import('./testing/index.js'),
  ]);
  expect(again[0].createHandrail).not.toBe(core.createHandrail);
  vi.unstubAllGlobals();
});
