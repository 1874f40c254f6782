import { act, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { conversation, message, NOW, notice } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { ChatLog } from './ChatLog.js';

const from = (id: string, seq: number, text = `text of ${id}`) =>
  message(id, { from: 'agent', name: 'Mina', text, seq });
/** What reads out is a file of its own. */
const loaded = () => act(() => vi.dynamicImportSettled());
const read = (seq: number) =>
  conversation({ marks: { visitor: { delivered: seq, read: seq }, agent: { delivered: 0, read: 0 } } });

test('each incoming message is announced once, sender first; what was read and one’s own never', async () => {
  const history = [from('a', 1), message('b', { seq: 2 })];
  const { announce, client } = renderIn(
    () => <ChatLog />,
    given => {
      given.$conversation.set(read(2));
      given.$messages.set(history);
    },
  );
  await loaded();
  expect(announce).not.toHaveBeenCalled();
  const tree = [{ t: 'p' as const, c: ['Which ', { t: 'strong' as const, c: ['order'] }, '?'] }];
  const news = [from('c', 3, 'Hello'), { ...from('d', 4, 'Which **order**?'), tree }];
  await act(() => client.$messages.set([...history, ...news]));
  expect(announce).toHaveBeenCalledExactlyOnceWith('Mina: Hello\nMina: Which order?');
  await act(() => client.$messages.set([...client.$messages.get(), message('e', { state: 'sending' })]));
  await act(() => client.$messages.set([...client.$messages.get()]));
  expect(announce).toHaveBeenCalledTimes(1);
  await act(() =>
    client.$messages.set([...client.$messages.get(), notice('joined', { name: 'Mina', at: Date.now() })]),
  );
  expect(announce).toHaveBeenLastCalledWith('Mina joined');
});

test('a conversation that arrives bit by bit after a reload is history', async () => {
  const { announce, client } = renderIn(
    () => <ChatLog />,
    given => given.$conversation.set(read(4)),
  );
  const joined = notice('joined', { name: 'Mina', at: performance.timeOrigin - 1 });
  await act(() => client.$messages.set([message('a')]));
  await loaded();
  await act(() => client.$messages.set([message('a'), joined, from('b', 3), from('c', 4)]));
  expect(announce).not.toHaveBeenCalled();
  await act(() => client.$messages.set([...client.$messages.get(), from('d', 5, 'new')]));
  expect(announce).toHaveBeenCalledExactlyOnceWith('Mina: new');
});

test('an answer of the assistant that was faster than the view is announced; one of an earlier page is not', async () => {
  const answer = { kind: 'message', from: 'bot', state: 'sent' } as const;
  const { announce } = renderIn(
    () => <ChatLog />,
    client =>
      client.$messages.set([
        { ...answer, id: 'a', text: 'of an earlier page', at: performance.timeOrigin - 1 },
        { ...answer, id: 'b', text: 'of this page', at: performance.timeOrigin + 1 },
      ]),
  );
  await loaded();
  expect(announce).toHaveBeenCalledExactlyOnceWith('Assistant: of this page');
});

test('an edited message says so, a deleted one stands as such without its words; neither is announced', async () => {
  const { announce, client } = renderIn(
    () => <ChatLog />,
    given => {
      given.$conversation.set(read(0));
      given.$messages.set([from('a', 1, 'Tusday'), from('b', 2, 'secret')]);
    },
  );
  await loaded();
  expect(announce).toHaveBeenCalledTimes(1);
  const gone = { ...from('b', 2, ''), deleted: NOW };
  await act(() => client.$messages.set([{ ...from('a', 1, 'Tuesday'), edited: NOW }, gone]));
  const [first, second] = [...document.querySelectorAll('.theirs')].map(line => line.textContent);
  expect(first).toContain('TuesdayEdited');
  expect(second).toMatch(/Mina: Message deleted$/);
  expect(announce).toHaveBeenCalledTimes(1);
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

test('typing is said once a turn, one’s own message only when it was not taken', async () => {
  const { announce, client } = renderIn(
    () => <ChatLog />,
    given => {
      given.$conversation.set(read(1));
      given.$messages.set([from('a', 1)]);
    },
  );
  await loaded();
  const typing = { name: 'Mina', until: NOW };
  for (const who of [typing, null, typing]) await act(() => client.$typing.set(who));
  expect(announce).toHaveBeenCalledExactlyOnceWith('Mina is typing');
  const mine = message('b', { state: 'sending', at: Date.now() });
  await act(() => client.$typing.set(null));
  await act(() => client.$messages.set([from('a', 1), mine]));
  expect(announce).toHaveBeenCalledTimes(1);
  const error = { code: 'rate_limited', message: 'too fast' };
  await act(() => client.$messages.set([from('a', 1), { ...mine, state: 'refused', error }]));
  expect(announce).toHaveBeenLastCalledWith('Not sent: too fast');
});

test('the log is a named stop of the keyboard, so that its keys scroll it', () => {
  renderIn(
    () => <ChatLog />,
    client => client.$messages.set([message('a')]),
  );
  expect(screen.getByRole('region', { name: 'Your conversation' }).getAttribute('tabindex')).toBe('0');
});

test('a message says its language where its script tells it', async () => {
  renderIn(
    () => <ChatLog />,
    client =>
      client.$messages.set([message('a', { text: '제 주문은 어디에 있나요?' }), from('b', 1, 'Where it always is')]),
  );
  await waitFor(() => expect(screen.getByText('제 주문은 어디에 있나요?').lang).toBe('ko'));
  expect(screen.getByText('Where it always is').hasAttribute('lang')).toBe(false);
});

test('addresses in the customer’s own words are links, the words stay the same', async () => {
  const text = '看https://shop.example/x，谢谢\nana@shop.example. javascript:alert(1)';
  renderIn(
    () => <ChatLog />,
    client => client.$messages.set([message('a', { text })]),
  );
  await loaded();
  const links = await screen.findAllByRole('link');
  expect(links.map(link => link.getAttribute('href'))).toEqual(['https://shop.example/x', 'mailto:ana@shop.example']);
  for (const link of links) expect([link.getAttribute('rel'), link.dir]).toEqual(['noopener nofollow ugc', 'ltr']);
  expect(document.querySelector('.mine .bubble')?.textContent).toBe(text);
});
