import type { Conversation, LogEvent } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { eventFrames, recordTexts } from './eventFrames.js';

const event = (conversation: string, seq: number, text: string) =>
  ({ id: `${seq}`, conversation, seq, at: 0, kind: 'message', body: { text } }) as unknown as LogEvent;
const records = recordTexts(['a', 'b'].map(id => ({ id }) as Conversation));

test('events and the records of their conversations', () => {
  const events = [event('a', 1, 'x'), event('b', 1, 'é"\n'), event('a', 2, 'z')];
  const frames = eventFrames(events, records);
  expect(frames).toHaveLength(1);
  expect(JSON.parse(String(frames[0]?.data))).toEqual({
    t: 'events',
    events,
    conversations: [{ id: 'a' }, { id: 'b' }],
  });
});

test('large events are spread over frames', () => {
  const events = Array.from({ length: 10 }, (_, i) => event(i < 8 ? 'a' : 'b', i + 1, 'x'.repeat(20_000)));
  const frames = eventFrames(events, records).map(frame => JSON.parse(String(frame.data)));
  expect(frames.map(frame => frame.events.map((one: LogEvent) => one.seq))).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10],
  ]);
  expect(frames.map(frame => frame.conversations)).toEqual([[{ id: 'a' }], [{ id: 'a' }], [{ id: 'b' }]]);
});

test('no events are an answer too', () => {
  expect(JSON.parse(String(eventFrames([], records)[0]?.data))).toEqual({
    t: 'events',
    events: [],
    conversations: [{ id: 'a' }, { id: 'b' }],
  });
});
