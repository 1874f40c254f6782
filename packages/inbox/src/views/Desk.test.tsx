import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { id } from '../../test/ids.js';
import { openInbox } from '../../test/openInbox.js';
import { createPreferences } from '../state/preferences.js';

const composer = (name = 'Write a reply') => screen.findByRole<HTMLTextAreaElement>('textbox', { name });
const write = (field: HTMLElement, text: string) => fireEvent.input(field, { target: { value: text } });
const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });

test('the rail counts, the list lists and a click opens the conversation with its story', async () => {
  openInbox();
  await screen.findByRole('button', { name: /Unassigned\s*3/ });
  fireEvent.click(screen.getByRole('button', { name: /Ana Lindqvist/ }));
  const log = await screen.findByRole('log');
  expect(within(log).getByText(/It cuts out on every hill/)).toBeTruthy();
  expect(window.location.hash).toBe(`#/mine/${id(1)}`);
  expect(screen.getByRole('complementary', { name: 'The story' })).toBeTruthy();
});

test('the list is live and the title counts who waits', async () => {
  const { server } = openInbox({ at: '#/unassigned' });
  await waitFor(() => expect(document.title).toBe('(5) Handrail inbox'));
  const at = Date.now();
  server.say(
    {
      conversation: id(9),
      at,
      sender: { kind: 'visitor', id: 'v-9' },
      kind: 'owner',
      body: { owner: 'queue', reason: 'asked' },
    } as never,
    { owner: 'queue', ownerReason: 'asked', waitingSince: at },
  );
  await waitFor(() => expect(document.title).toBe('(6) Handrail inbox'));
  expect(screen.getByText('Visitor 3f2a is waiting for a person.')).toBeTruthy();
});

test('Enter sends, Shift+Enter does not, and an input method keeps its keys', async () => {
  const { sent } = openInbox({ at: `#/mine/${id(1)}` });
  const field = await composer();
  write(field, 'こんにち');
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
  fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  await new Promise(done => setTimeout(done, 20));
  expect(sent('message')).toEqual([]);
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(sent('message')).toMatchObject([{ conversation: id(1), body: { text: 'こんにち' } }]));
  expect(field.value).toBe('');
});

test('a note goes out as a note and never looks like a reply', async () => {
  const { sent } = openInbox({ at: `#/mine/${id(1)}` });
  const reply = await composer();
  write(reply, 'half a reply');
  fireEvent.click(screen.getByRole('button', { name: 'Note' }));
  const field = await composer('Write a note for your team');
  expect(field.value).toBe('');
  write(field, 'Ask for the gap');
  fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
  const line = (await screen.findByText('Ask for the gap')).closest('li');
  expect(line?.className).toBe('note');
  expect(line?.textContent).toContain('Internal note');
  expect(line?.querySelector('.bubble')).toBeNull();
  expect(sent('message')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Reply' }));
  expect((await composer()).value).toBe('half a reply');
});

test('a draft is kept per conversation', async () => {
  openInbox({ at: `#/mine/${id(1)}` });
  write(await composer(), 'for Ana');
  fireEvent.click(screen.getByRole('button', { name: /Waits|Visitor|陈思远/ }));
  await waitFor(() => expect(window.location.hash).toBe(`#/mine/${id(2)}`));
  fireEvent.click(screen.getByRole('button', { name: /Ana Lindqvist/ }));
  await waitFor(async () => expect((await composer()).value).toBe('for Ana'));
});

test('writing to somebody who waits accepts first; a faster colleague leaves the text where it is', async () => {
  const refuse = vi.fn(() => ({ code: 'owner_changed', message: 'Jonas took it' }) as const);
  const { sent } = openInbox({ at: `#/unassigned/${id(4)}`, refuse });
  const field = await composer();
  write(field, 'Hello');
  fireEvent.click(screen.getByRole('button', { name: 'Accept and send' }));
  expect((await screen.findByText('Not done: a colleague was faster.')).closest('[role=alert]')).toBeTruthy();
  expect(field.value).toBe('Hello');
  expect(sent('message')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByText(/Not done/)).toBeNull());
});

test('a refused message says why and can be tried again or discarded', async () => {
  openInbox({
    at: `#/mine/${id(1)}`,
    refuse: frame => (frame.kind === 'message' ? { code: 'text_too_long', message: '' } : null),
  });
  write(await composer(), 'long');
  fireEvent.keyDown(await composer(), { key: 'Enter' });
  await screen.findByText(/Not sent: the text is too long/);
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(screen.queryByText(/Not sent/)).toBeNull());
});

test('without a connection what is sent waits in words', async () => {
  const { server } = openInbox({ at: `#/mine/${id(1)}` });
  const field = await composer();
  server.cut();
  write(field, 'See you');
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByText('Waiting for connection');
});

test('a loss of connection is said calmly, and not for a blink', async () => {
  const { server } = openInbox({ at: `#/mine/${id(1)}` });
  await composer();
  server.pause();
  expect(screen.queryByText('No connection. We keep trying.')).toBeNull();
  await screen.findByText('No connection. We keep trying.', undefined, { timeout: 4000 });
});

test('keys move, open, accept, write, close and explain themselves', async () => {
  const { sent } = openInbox({ at: '#/unassigned' });
  const first = await screen.findByRole('button', { name: /ليلى/ });
  await waitFor(() => {
    press('j');
    expect(document.activeElement).toBe(first);
  });
  press('j');
  expect(document.activeElement?.getAttribute('data-conversation')).toBe(id(4));
  press('k');
  expect(document.activeElement).toBe(first);
  fireEvent.click(first);
  await composer();
  press('n');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Write a note for your team'));
  press('a', document.activeElement ?? document.body);
  expect(sent('owner')).toEqual([]);
  (document.activeElement as HTMLElement).blur();
  press('a');
  await waitFor(() => expect(sent('owner')).toMatchObject([{ body: { owner: 'human', reason: 'accepted' } }]));
  await screen.findByText(/You answer/);
  press('e');
  await screen.findByText('This conversation is closed.');
  press('?');
  expect(await screen.findByText('Next and previous conversation')).toBeTruthy();
});

test('a colleague’s conversation says who answers and is not marked read', async () => {
  const { server } = openInbox({ at: `#/open/${id(8)}` });
  await screen.findByText(/Jonas Berg answers here/);
  expect(server.received.filter(frame => frame.t === 'marks' && frame.read > 0)).toEqual([]);
});

test('an empty list is calm, and search says when nothing matches', async () => {
  openInbox({ at: '#/unassigned', site: { conversations: [], logs: new Map() } });
  await screen.findByText('Nobody is waiting.');
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'rack' } });
  await screen.findByText('Nothing here matches “rack”.');
});

test('search forgives a typo', async () => {
  openInbox({ at: '#/open' });
  await screen.findByRole('button', { name: /Whitfield/ });
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'whitfeild' } });
  await waitFor(() => expect(screen.queryByRole('button', { name: /Ruth/ })).toBeNull());
  expect(screen.getByRole('button', { name: /Whitfield/ })).toBeTruthy();
});

test('an answer that is due says so in the list and in the conversation; late is a word and a mark', async () => {
  const { server } = openInbox({ at: `#/mine/${id(1)}` });
  await composer();
  const at = Date.now();
  server.push({
    t: 'desk',
    conversations: {
      [id(1)]: { due: { at: at - 3.5 * 60_000, target: 'next' } },
      [id(2)]: { due: { at: at + 4.5 * 60_000, target: 'first' } },
      [id(4)]: { meantFor: 'mina' },
    },
  });
  expect((await screen.findAllByText('Overdue by 3 min')).length).toBe(2);
  expect(screen.getByText('Answer due in 4 min')).toBeTruthy();
  expect(screen.getByText('For you first')).toBeTruthy();
  server.push({ t: 'desk', conversations: { [id(1)]: {}, [id(2)]: {}, [id(4)]: {} } });
  await waitFor(() => expect(screen.queryByText(/Overdue|due in|first$/)).toBeNull());
});

test('an agent with enough to do is told so, and may accept anyway', async () => {
  const { sent } = openInbox({
    at: `#/unassigned/${id(4)}`,
    refuse: frame =>
      frame.kind === 'owner' && !frame.body.force ? { code: 'at_capacity', message: 'You answer 10' } : null,
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Accept' }));
  await screen.findByText('Not done: you answer as many conversations as you may.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Accept anyway' }));
  await waitFor(() => expect(sent('owner').at(-1)?.body).toMatchObject({ owner: 'human', force: true }));
  await waitFor(() => expect(screen.queryByText(/Not done/)).toBeNull());
});

test('single keys can be switched off; Escape stays, and the browser remembers', async () => {
  const { sent, storage } = openInbox({ at: `#/unassigned/${id(4)}` });
  await composer();
  fireEvent.click(screen.getByRole('button', { name: /Settings and sign out/ }));
  const keys = () => screen.getByRole('switch', { name: /Single-key shortcuts/ });
  expect(keys().getAttribute('aria-checked')).toBe('true');
  fireEvent.click(keys());
  await waitFor(() => expect(keys().getAttribute('aria-checked')).toBe('false'));
  for (const key of ['j', 'n', 'a', 'e', '/', '?']) press(key);
  await new Promise(done => setTimeout(done, 20));
  expect(sent('owner')).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement?.hasAttribute('data-conversation')).toBe(false);
  press('Escape');
  await waitFor(() => expect(screen.queryByRole('switch', { name: /Single-key/ })).toBeNull());
  press('Escape');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-conversation')).toBe(id(4)));
  expect(createPreferences(storage, ['en']).$preferences.get().keys).toBe(false);
});
