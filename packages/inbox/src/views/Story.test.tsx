import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
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
