import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { id } from '../../test/ids.js';
import { openInbox } from '../../test/openInbox.js';

const story = async () => {
  await screen.findByRole('log');
  return screen.getByRole('complementary', { name: 'The story' });
};

test('the story shows every field of the handoff', async () => {
  openInbox({ at: `#/mine/${id(1)}` });
  const text = (await story()).textContent ?? '';
  for (const words of [
    'Motor cuts out uphill',
    'motor stops · 4 found',
    'opened Reset the motor',
    'cuts out hill · none found',
    'Reset the motor › In three steps · read 2 min',
    'Did not help: did not work and incomplete · “the tick never shows”',
    'The bot had no answer to “It cuts out on every hill, the reset did nothing”',
    'The bot’s answer did not help',
    'Told the assistant',
    'orderNB-204815',
    'displayE10',
    'opened a repairbike: E2-7713',
    'Repairsnorthwind.example/repairs',
    'Asked for a person',
    'Swedish',
    'Europe/Stockholm',
    'Phone',
    'northwind.example/account',
    'Reported by the page',
  ])
    expect(text).toContain(words);
});

test('steps stand in the order they happened', async () => {
  openInbox({ at: `#/mine/${id(1)}` });
  const steps = within(await story())
    .getAllByRole('listitem')
    .map(item => item.textContent);
  const order = [
    'motor stops',
    'Reset the motor ›',
    'Repairs',
    'did not help',
    'opened a repair',
    'cuts out hill',
    'no answer',
    'Asked for a person',
  ];
  expect(order.map(words => steps.findIndex(step => step?.includes(words)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('tags, attributes and steps the page tells while the conversation goes on', async () => {
  const { server } = openInbox({ at: `#/mine/${id(1)}` });
  await story();
  const attributes = [{ name: 'order', value: 'NB-9' }];
  const tags = ['brakes', 'warranty'];
  const event = {
    conversation: id(1),
    at: Date.now(),
    sender: { kind: 'visitor', id: 'v-ana' },
    kind: 'context',
    body: { addTags: tags, attributes, events: [{ name: 'paid', at: Date.now() }] },
  } as const;
  server.say(event, { tags, attributes });
  const part = await screen.findByRole('region', { name: 'This conversation' });
  const shown = within(within(part).getByRole('list', { name: 'Tags' })).getAllByRole('listitem');
  expect(shown.map(tag => tag.textContent)).toEqual(tags);
  expect(part.textContent).toContain('orderNB-9');
  expect((await story()).textContent).toContain('paid');
});

test('the page is a link that gives nothing away', async () => {
  openInbox({ at: `#/mine/${id(1)}` });
  const link = within(await story()).getByRole('link', { name: 'Fjell E2 › Support' });
  expect(link.getAttribute('href')).toBe('https://northwind.example/bikes/fjell-e2/support?from=mail');
  expect(link.getAttribute('rel')).toBe('noopener nofollow noreferrer');
});

test('what the site signed stands apart from what was said', async () => {
  openInbox({ at: `#/mine/${id(1)}` });
  const text = (await story()).textContent ?? '';
  expect(text.indexOf('Fjell E2, frame M')).toBeLessThan(text.indexOf('not verified'));
  expect(text.indexOf('not verified')).toBeLessThan(text.indexOf('ana@lindqvist.se'));
  expect(text.indexOf('not verified')).toBeLessThan(text.indexOf('Umeå'));
});

test('forms, rating and earlier conversations are part of it', async () => {
  openInbox({ at: `#/unassigned/${id(7)}` });
  const left = (await story()).textContent ?? '';
  for (const words of ['ruth@example.org', 'Ruth Adeyemi', 'NW-20418', 'Can I send it back?'])
    expect(left).toContain(words);
  cleanup();
  openInbox({ at: `#/closed/${id(6)}` });
  const closed = await story();
  expect(closed.textContent).toContain('Quick and kind.');
  expect(closed.textContent).toContain('Great');
  cleanup();
  openInbox({ at: `#/mine/${id(1)}` });
  fireEvent.click(within(await story()).getByRole('button', { name: /Charger replaced/ }));
  expect(window.location.hash).toBe(`#/mine/${id(6)}`);
});

const editor = async () => screen.findByRole('combobox', { name: 'Add a tag' });
const file = (server: ReturnType<typeof openInbox>['server'], conversation: string, tags: string[]) =>
  server.say(
    { conversation, at: Date.now(), sender: { kind: 'visitor', id: 'v' }, kind: 'context', body: { addTags: tags } },
    { tags },
  );

test('an agent adds tags by keyboard, with those in use offered, and takes them off', async () => {
  const { server, sent } = openInbox({ at: `#/mine/${id(1)}` });
  const field = await editor();
  file(server, id(7), ['returns', 'refund']);
  fireEvent.focus(field);
  fireEvent.input(field, { target: { value: 're' } });
  const list = await screen.findByRole('listbox', { name: 'Tags in use' });
  await waitFor(() =>
    expect(
      within(list)
        .getAllByRole('option')
        .map(one => one.textContent),
    ).toEqual(['refund', 'returns']),
  );
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  const chosen = within(list).getByRole('option', { selected: true });
  expect([chosen.textContent, field.getAttribute('aria-activedescendant')]).toEqual(['returns', chosen.id]);
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(sent('context').map(frame => frame.body)).toEqual([{ addTags: ['returns'] }]));
  fireEvent.input(field, { target: { value: ' of my own ' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(sent('context').at(-1)?.body).toEqual({ addTags: ['of my own'] }));
  fireEvent.keyDown(field, { key: 'Enter' });
  expect((field as HTMLInputElement).value).toBe('');
  const part = screen.getByRole('region', { name: 'This conversation' });
  file(server, id(1), ['returns']);
  fireEvent.click(await within(part).findByRole('button', { name: 'Remove the tag returns' }));
  expect(document.activeElement).toBe(field);
  await waitFor(() => expect(sent('context').at(-1)?.body).toEqual({ removeTags: ['returns'] }));
  expect(within(part).getByRole('status').textContent).toBe('Tag returns removed');
  expect(sent('context')).toHaveLength(3);
});

test('a tag shows while it waits for the connection, and t goes to its field', async () => {
  const { server } = openInbox({ at: `#/mine/${id(1)}` });
  const field = await editor();
  server.pause();
  fireEvent.keyDown(document.body, { key: 't' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.input(field, { target: { value: 'late' } });
  fireEvent.keyDown(field, { key: ',' });
  expect(await screen.findByRole('button', { name: 'Remove the tag late' })).toBeTruthy();
});

test('lists by tag', async () => {
  const { server } = openInbox({ at: '#/open' });
  await screen.findByRole('heading', { name: 'All open' });
  expect(screen.queryByRole('combobox', { name: 'Show by tag' })).toBeNull();
  file(server, id(1), ['gold']);
  const filter = await screen.findByRole('combobox', { name: 'Show by tag' });
  fireEvent.change(filter, { target: { value: 'gold' } });
  await waitFor(() => expect(document.querySelectorAll('[data-conversation]')).toHaveLength(1));
  fireEvent.click(screen.getByRole('button', { name: /^Closed/ }));
  expect(await screen.findByText('Nothing here has the tag “gold”.')).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'Show by tag' }), { target: { value: '' } });
  await waitFor(() => expect(document.querySelectorAll('[data-conversation]').length).toBeGreaterThan(0));
});
