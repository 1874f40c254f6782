import type { Conversation } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { createQueue } from './queue.js';

const waiting = (id: string, since: number, more: Partial<Conversation> = {}) =>
  ({
    id,
    site: 'shop',
    visitor: `v-${id}`,
    owner: 'queue',
    ownerReason: 'asked',
    waitingSince: since,
    ...more,
  }) as Conversation;

function create(visitors = ['v-a', 'v-b', 'v-c']) {
  const told: string[] = [];
  const queue = createQueue({
    availability: async () => ({ state: 'online', wait: { min: 1, max: 3 } }),
    visitors: () => visitors,
    tell: (_site, visitor, frame) => void told.push(`${visitor} ${frame.t === 'queue' ? frame.position : ''}`),
    fail(error) {
      throw error;
    },
  });
  return { queue, told };
}
const afterTelling = () => new Promise(resolve => setTimeout(resolve, 150));

test('positions follow the time of waiting, not of hearing', async () => {
  const { queue, told } = create();
  queue.note(waiting('b', 2000));
  queue.note(waiting('a', 1000));
  queue.note(waiting('c', 3000));
  await afterTelling();
  expect(told).toEqual(['v-a 1', 'v-b 2', 'v-c 3']);
  queue.note(waiting('a', 1000, { owner: 'human' }));
  await afterTelling();
  expect(told.slice(3)).toEqual(['v-b 1', 'v-c 2']);
  queue.note(waiting('b', 2000));
  await afterTelling();
  expect(told).toHaveLength(5);
});

test('a left message has no place, and who is not connected is not told', async () => {
  const { queue, told } = create(['v-b']);
  queue.load([waiting('a', 1000), waiting('b', 2000)]);
  queue.note(waiting('c', 500, { ownerReason: 'left_message' }));
  queue.note(waiting('d', 600));
  await afterTelling();
  expect(told).toEqual(['v-b 3']);
  expect(await queue.framesOf('shop', 'v-b')).toEqual([
    { t: 'queue', conversation: 'b', position: 3, wait: { min: 1, max: 3 } },
  ]);
  expect(await queue.framesOf('shop', 'v-c')).toEqual([]);
});
