import type { FlowInput } from '@handrail/flow';
import { expect, test, vi } from 'vitest';
import type { Thread } from '../thread.js';
import { createMessages, type MessageParts } from './messages.js';

const thread = (more: Partial<Thread> = {}) => ({ id: 'c1', record: null, turns: [], ...more }) as unknown as Thread;

/** Message actions in a conversation that stands like this. */
function make(current: Thread | undefined, hasFlow = true) {
  const told: [string, FlowInput][] = [];
  const writable = vi.fn(() => current ?? thread({ id: 'new' }));
  const parts = {
    desk: { current: () => current, writable, started: ({ record }: Thread) => record !== null },
    bot: { input: async (id: string, input: FlowInput) => void told.push([id, input]) },
    hasFlow,
  } as unknown as MessageParts;
  return { told, writable, greet: () => createMessages(parts).greet() };
}

test('a site’s own flow speaks first, in a conversation where nothing was said yet', async () => {
  const fresh = make(undefined);
  await fresh.greet();
  expect(fresh.told).toEqual([['new', { type: 'start' }]]);
  const opened = make(thread());
  await opened.greet();
  expect(opened.told).toEqual([['c1', { type: 'start' }]]);
});

test.each([
  ['the built-in flow waits', undefined, false],
  ['something was said', thread({ turns: [{}] as never }), true],
  ['it is over, and its log is not here yet', thread({ record: { status: 'closed' } as never }), true],
])('not where %s', async (_, current, hasFlow) => {
  const { told, writable, greet } = make(current, hasFlow);
  await greet();
  expect(told).toEqual([]);
  // A conversation that is only looked at is not left for a new one.
  expect(writable).not.toHaveBeenCalled();
});
