import {
  CLIENT_FRAMES,
  ConversationSchema,
  explain,
  LogEventSchema,
  SERVER_FRAMES,
  StorySchema,
} from '@handrail/protocol/schema';
import { expect, test } from 'vitest';
import { aConversation, aHello, aLog, anEvent, aStory, aWelcome, countedIds } from './fixtures.js';

const id = countedIds()();

test('every fixture passes its schema', () => {
  expect(explain(ConversationSchema, aConversation(id))).toEqual([]);
  expect(explain(StorySchema, aStory())).toEqual([]);
  expect(explain(CLIENT_FRAMES.hello, aHello())).toEqual([]);
  expect(explain(SERVER_FRAMES.welcome, aWelcome({ conversations: [aConversation(id)] }))).toEqual([]);
  for (const event of aLog(id, 3)) expect(explain(LogEventSchema, event)).toEqual([]);
  expect(explain(LogEventSchema, anEvent(id, 4, 'started', { story: aStory() }, { rev: 9 }))).toEqual([]);
});

test('counted ids rise and repeat from run to run', () => {
  const [one, two] = [countedIds(), countedIds()];
  const [a, b] = [one(), one()];
  expect(a < b).toBe(true);
  expect([two(), two()]).toEqual([a, b]);
});
