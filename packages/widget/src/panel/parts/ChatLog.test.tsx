import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { message, NOW, notice } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { ChatLog } from './ChatLog.js';

afterEach(cleanup);

const from = (id: string, text: string) => message(id, { from: 'agent', name: 'Mina', text });

test('each incoming message is announced once, sender first; history and one’s own never', async () => {
  const history = [from('a', 'old'), message('b')];
  const { announce, client } = renderIn(
    () => <ChatLog />,
    given => given.$messages.set(history),
  );
  expect(announce).not.toHaveBeenCalled();
  await act(() => client.$messages.set([...history, from('c', 'Hello'), from('d', 'Which order?')]));
  expect(announce).toHaveBeenCalledExactlyOnceWith('Mina: Hello\nMina: Which order?');
  await act(() => client.$messages.set([...client.$messages.get(), message('e', { state: 'sending' })]));
  await act(() => client.$messages.set([...client.$messages.get()]));
  expect(announce).toHaveBeenCalledTimes(1);
  await act(() => client.$messages.set([...client.$messages.get(), notice('joined', { name: 'Mina' })]));
  expect(announce).toHaveBeenLastCalledWith('Mina joined');
});

test('days are named once', () => {
  const at = NOW - 86_400_000;
  renderIn(
    () => <ChatLog />,
    client => client.$messages.set([message('a', { at }), message('b', { at }), message('c')]),
  );
  expect([...document.querySelectorAll('.day')].map(day => day.textContent)).toEqual(['Yesterday', 'Today']);
});

test('how far one’s own message has got, in words', () => {
  renderIn(
    () => <ChatLog />,
    client =>
      client.$messages.set([
        message('a', { state: 'waiting' }),
        message('b', { state: 'sending' }),
        message('c', { state: 'sent' }),
        message('d', { state: 'delivered' }),
        message('e', { state: 'read' }),
        message('f', { state: 'refused', error: { code: 'rate_limited', message: 'too fast' } }),
      ]),
  );
  expect([...document.querySelectorAll('.state')].map(state => state.textContent)).toEqual([
    'Waiting for connection',
    'Sending',
    'Sent 12:00',
    'Delivered 12:00',
    'Read 12:00',
    'Not sent: too fastTry again',
  ]);
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

test('a conversation that arrives after the view, or is opened from the list, is history', async () => {
  const { announce, client } = renderIn(() => <ChatLog />);
  await act(() => client.$messages.set([message('a'), from('b', 'old')]));
  await act(() => client.$messages.set([message('c'), from('d', 'older')]));
  await act(() => client.$messages.set([message('a'), from('b', 'old')]));
  expect(announce).not.toHaveBeenCalled();
  await act(() => client.$messages.set([...client.$messages.get(), from('e', 'new')]));
  expect(announce).toHaveBeenCalledExactlyOnceWith('Mina: new');
});

test('an answer of the assistant that was there before the view is announced; one of an earlier page is not', () => {
  const answer = { kind: 'message', from: 'bot', state: 'sent' } as const;
  const { announce } = renderIn(
    () => <ChatLog />,
    client =>
      client.$messages.set([
        { ...answer, id: 'a', text: 'of an earlier page', at: performance.timeOrigin - 1 },
        { ...answer, id: 'b', text: 'of this page', at: performance.timeOrigin + 1 },
      ]),
  );
  expect(announce).toHaveBeenCalledExactlyOnceWith('Assistant: of this page');
});
