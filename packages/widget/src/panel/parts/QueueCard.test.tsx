import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { type FakeClient, NOW, notice } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { useStore } from '../useStore.js';
import { QueueCard } from './QueueCard.js';

const card = (items = [notice('queued', { at: NOW - 60_000 })]) => renderIn(() => <QueueCard items={items} />);
const steps = () => screen.getAllByRole('listitem').map(step => step.textContent);

test('before the server has said anything, nothing is made up', () => {
  renderIn(() => <QueueCard items={[]} />);
  expect(screen.getByRole('heading').textContent).toBe('Someone will be with you soon');
  expect(steps()).toEqual(['You asked for a person', 'In the queue', 'Someone joins']);
});

test('the place, who is before, the wait and who answers', () => {
  renderIn(
    () => <QueueCard items={[notice('queued', { at: NOW - 60_000 })]} />,
    client => {
      client.$queue.set({ position: 3, wait: { min: 2, max: 5 } });
      client.$availability.set({
        state: 'online',
        agents: [
          { id: 'mina', name: 'Mina' },
          { id: 'jonas', name: 'Jonas' },
        ],
      });
    },
  );
  expect(screen.getByRole('heading').textContent).toBe('You’re number 3');
  expect(screen.getByText('About 2–5 minutes')).toBeTruthy();
  expect(steps()).toEqual([
    'You asked for a person11:59',
    'In the queue2 people are before you',
    'Someone joinsMina and Jonas are answering',
  ]);
  expect(screen.getAllByRole('listitem')[1]?.getAttribute('aria-current')).toBe('step');
});

test('the place follows; the first is told so', async () => {
  const { client } = card();
  await act(() => client.$queue.set({ position: 1 }));
  expect(screen.getByText('You are next')).toBeTruthy();
});

test('leaving a message instead, or not waiting at all', () => {
  const { client } = card();
  fireEvent.click(screen.getByRole('button', { name: 'Leave a message instead' }));
  expect(client.openContact).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByRole('button', { name: 'Stop waiting' }));
  expect(client.stopWaiting).toHaveBeenCalledTimes(1);
});

test('a left message waits for a reply, not in a queue', () => {
  const { container } = card([notice('left_message')]);
  expect(container.textContent).toBe('');
});

const QUESTION = 'It’s taking a while. Keep waiting, or leave a message?';

test('asked by the server: keep waiting, or leave a message; asked again, it stands there again', async () => {
  const queued = notice('queued', { at: NOW - 600_000 });
  const asks = [queued, notice('long_wait', { id: 'first' })];
  const Asked = ({ client }: { client: FakeClient }) => <QueueCard items={useStore(client.$messages)} />;
  const { client: before, unmount } = renderIn(given => <Asked client={given} />);
  await act(() => before.$messages.set(asks));
  expect(screen.getByRole('group', { name: QUESTION })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Leave a message' }));
  expect(before.openContact).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByRole('button', { name: 'Keep waiting' }));
  expect(screen.queryByRole('group', { name: QUESTION })).toBeNull();
  expect(screen.getByRole('button', { name: 'Leave a message instead' })).toBeTruthy();
  // A reload does not ask again.
  unmount();
  const { client } = renderIn(given => <Asked client={given} />);
  await act(() => client.$messages.set(asks));
  expect(screen.queryByRole('group', { name: QUESTION })).toBeNull();
  await act(() => client.$messages.set([...asks, notice('long_wait', { id: 'second' })]));
  expect(screen.getByRole('group', { name: QUESTION })).toBeTruthy();
  await act(() => client.$messages.set([...asks, notice('agent_gone')]));
  expect(screen.queryByRole('group', { name: QUESTION })).toBeNull();
});

test('a message left while waiting ends the wait', () => {
  const { container } = card([notice('queued'), notice('left_message')]);
  expect(container.textContent).toBe('');
});
