import { expect, test } from 'vitest';
import * as testKit from './index.js';

test('exports', () => {
  expect(Object.keys(testKit).sort()).toMatchInlineSnapshot(`
    [
      "NOON",
      "SENDERS",
      "aConversation",
      "aHello",
      "aLog",
      "aStory",
      "aWelcome",
      "anEvent",
      "countedIds",
      "fakeNetwork",
      "fakeServer",
      "fakeTabs",
      "faultProxy",
      "historyChecker",
      "localPair",
      "manualClock",
      "nemesis",
      "seedOf",
      "seededRandom",
      "webProxy",
      "withSeed",
    ]
  `);
});
