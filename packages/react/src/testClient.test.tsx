/** @jsxImportSource react */
import { readFileSync } from 'node:fs';
import { createTestClient, fixtures } from '@handrail/core/testing';
import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HandrailProvider, useHandrail, useQueue } from './index.js';

function Waiting() {
  const client = useHandrail();
  const queue = useQueue();
  if (!queue) return null;
  return (
    <button type="button" onClick={() => client?.stopWaiting()}>
      Number {queue.position}: stop waiting
    </button>
  );
}

test('who waits can stop waiting', async () => {
  const client = createTestClient({ script: fixtures.queue });
  render(
    <HandrailProvider client={client}>
      <Waiting />
    </HandrailProvider>,
  );
  expect(screen.getByRole('button').textContent).toBe('Number 2: stop waiting');
  act(() => client.otherSide.queueAt(1));
  expect(screen.getByRole('button').textContent).toBe('Number 1: stop waiting');
  await act(async () => screen.getByRole('button').click());
  expect(client.callsOf('stopWaiting')).toEqual([[]]);
  expect(client.$owner.get()).toBe('bot');
});

test('the example of the documentation is the test above', () => {
  const docs = readFileSync(`${import.meta.dirname}/../../../docs/sdk.md`, 'utf8');
  const own = readFileSync(`${import.meta.dirname}/testClient.test.tsx`, 'utf8');
  const [, example = ''] = /^```jsx\nimport[^\n]+core\/testing';\n[\s\S]*?\n\n([\s\S]*?)^```$/m.exec(docs) ?? [];
  expect(example).toContain('createTestClient');
  expect(own).toContain(example);
});
