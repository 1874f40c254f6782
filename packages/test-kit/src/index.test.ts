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
      "filled",
      "fits",
      "goodHello",
      "historyChecker",
      "localPair",
      "logEvent",
      "manualClock",
      "nemesis",
      "readTranscripts",
      "seedOf",
      "seededRandom",
      "startStandInModel",
      "webProxy",
      "withSeed",
    ]
  `);
});
