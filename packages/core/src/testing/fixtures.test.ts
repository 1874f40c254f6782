import { explain, LogEventSchema } from '@handrail/protocol/schema';
import { expect, test } from 'vitest';
import type { Stores } from '../stores.js';
import { createTestClient } from './createTestClient.js';
import { fixtures } from './fixtures.js';

const made = (name: keyof typeof fixtures) => createTestClient({ script: fixtures[name] });
const kinds = ({ $messages }: ReturnType<typeof made>) =>
  $messages.get().map(item => (item.kind === 'message' ? item.from : item.notice));

test('empty: as a client is before anything happened', () => {
  const client = made('empty');
  expect([client.$current.get(), client.$messages.get(), client.$owner.get()]).toEqual([null, [], 'bot']);
  expect(client.$connection.get()).toEqual({ state: 'idle' });
});

test('bot: an answer that quotes an article, in the page only', () => {
  const client = made('bot');
  expect(kinds(client)).toEqual(['visitor', 'bot']);
  expect(client.$messages.get()[1]).toMatchObject({ answer: { article: 'track-order', title: 'Where is my order?' } });
  expect(client.$conversation.get()).toBe(null);
  expect(client.$conversations.get()).toHaveLength(1);
});

test('queue: second in line', () => {
  const client = made('queue');
  expect(kinds(client)).toEqual(['visitor', 'bot', 'queued']);
  expect(client.$queue.get()).toEqual({ position: 2, wait: { min: 3, max: 5 } });
});

test('person: named, and everything is read', () => {
  const client = made('person');
  expect(kinds(client)).toEqual(['visitor', 'bot', 'joined', 'agent', 'visitor']);
  expect(client.$conversation.get()?.assignee?.name).toBe('Mina Holm');
  expect(client.$messages.get().at(-1)).toMatchObject({ state: 'read' });
});

test('offline: the connection waits, the conversation is there', () => {
  const client = made('offline');
  expect(client.$connection.get()).toMatchObject({ state: 'waiting' });
  expect(client.$owner.get()).toBe('human');
});

test('long: the newest page, and the ones before on demand, to the beginning', async () => {
  const client = made('long');
  expect(client.$messages.get()).toHaveLength(50);
  expect(client.$messages.get().at(-1)).toMatchObject({ text: 'Answer 200' });
  const sizes: number[] = [];
  while (client.$hasOlder.get()) {
    await client.loadOlder();
    sizes.push(client.$messages.get().length);
  }
  expect(sizes.at(-1)).toBeGreaterThan(200);
  expect(kinds(client).slice(0, 4)).toEqual(['visitor', 'bot', 'joined', 'agent']);
  expect(client.$messages.get().find(item => item.kind === 'message' && item.text === 'Question 1')).toBeDefined();
});

test('what stands in the logs is what a server could have written', () => {
  for (const script of Object.values(fixtures)) {
    const { $threads } = createTestClient({ script }) as unknown as Pick<Stores, '$threads'>;
    const events = [...$threads.get().values()].flatMap(thread => thread.events);
    for (const event of events) expect(explain(LogEventSchema, event)).toEqual([]);
  }
});
