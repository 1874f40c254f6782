import { afterAll, beforeAll, expect, test } from 'vitest';
import { waiting } from './agent.js';
import { openPage } from './openBrowser.js';
import { panelOf } from './panel.js';
import { startWorld, type World } from './startWorld.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

interface Told {
  readonly type: string;
  readonly data: { readonly view?: string; readonly count?: number };
}

interface Host {
  Handrail(method: string, ...args: unknown[]): unknown;
  told: Told[];
}

test('the page begins a conversation, hears what the panel shows and what was not read, and asks for both', async () => {
  const { page, problems, context } = await openPage(world.browser);
  await page.goto(world.site);
  await page.getByRole('button', { name: 'Open help' }).waitFor();
  // Said before the panel's code is there.
  await page.evaluate(() => {
    const { Handrail } = window as unknown as Host;
    Handrail('setAttributes', { plan: 'gold', seats: 3 });
    Handrail('addTags', ['vip', 'sale']);
    Handrail('removeTags', 'sale');
    Handrail('setConversationAttributes', { cart: 'NB-1' });
    Handrail('track', 'viewed', { bike: 'E2' });
    Handrail('prefill', { email: 'ana@mail.example', order: 'NB-1' });
  });
  await page.evaluate(() => {
    const host = window as unknown as Host;
    host.told = [];
    for (const type of ['open', 'close', 'viewchange', 'unread'])
      host.Handrail('on', type, ({ type: kind, data }: Told) => host.told.push({ type: kind, data }));
  });
  const ask = (method: string) => page.evaluate(name => (window as unknown as Host).Handrail(name), method);
  const told = () => page.evaluate(() => (window as unknown as Host).told);
  expect([await ask('isOpen'), await ask('getUnreadCount')]).toEqual([false, 0]);

  await page.evaluate(() => (window as unknown as Host).Handrail('newConversation', { text: 'My order is late.' }));
  const composer = panelOf(page).locator('textarea').last();
  await expect.poll(() => composer.inputValue()).toBe('My order is late.');
  expect(await ask('isOpen')).toBe(true);
  await composer.press('Enter');
  await panelOf(page)
    .getByRole('button', { name: /Talk to a person/ })
    .first()
    .click();
  await panelOf(page).getByText('You are next').waitFor();
  const id = await waiting(world.agent);
  await world.agent.take(id);
  await panelOf(page).getByText('Mina Holm joined').waitFor();
  await page.keyboard.press('Escape');
  await panelOf(page).waitFor({ state: 'hidden' });
  expect(await ask('isOpen')).toBe(false);

  world.agent.open(id);
  await world.agent.reply(id, 'It left our house today.');
  await expect.poll(() => ask('getUnreadCount')).toBe(1);
  await page.getByRole('button', { name: /1 unread/ }).click();
  await panelOf(page).getByText('It left our house today.').first().waitFor();
  // What the page said stands in the story, not verified.
  const [begun] = world.agent.$thread.get()?.events ?? [];
  expect(begun?.kind === 'started' && begun.body.story.attributes).toEqual([
    { name: 'plan', value: 'gold', verified: false },
    { name: 'seats', value: '3', verified: false },
  ]);
  expect(begun?.kind === 'started' && begun.body.story.events).toMatchObject([
    { name: 'viewed', data: [{ name: 'bike', value: 'E2' }] },
  ]);
  const record = () => world.agent.$thread.get()?.record;
  expect(record()?.tags).toEqual(['vip']);
  expect(record()?.attributes).toEqual([{ name: 'cart', value: 'NB-1' }]);
  // And while the conversation goes on.
  await page.evaluate(() => {
    const { Handrail } = window as unknown as Host;
    Handrail('addTags', 'late');
    Handrail('page', 'https://northwind.example/cart?token=secret');
  });
  await expect.poll(() => record()?.tags).toEqual(['vip', 'late']);
  const pageSaid = () =>
    world.agent.$thread.get()?.events.flatMap(event => (event.kind === 'context' ? [event.body] : []));
  await expect.poll(() => pageSaid()?.at(-1)?.pages).toMatchObject([{ url: 'https://northwind.example/cart' }]);
  const types = (await told()).map(({ type, data }) => `${type} ${data.view ?? data.count}`);
  expect(types[0]).toBe('open chat');
  expect(types).toEqual(expect.arrayContaining(['close chat', 'unread 1']));
  await page.evaluate(() => (window as unknown as Host).Handrail('open', 'contact'));
  const field = (name: string) => panelOf(page).getByLabel(name, { exact: true });
  await expect.poll(() => field('E-mail').inputValue()).toBe('ana@mail.example');
  expect(
    await panelOf(page)
      .getByLabel(/^Order number/)
      .inputValue(),
  ).toBe('NB-1');
  expect(problems).toEqual([]);
  await context.close();
});

test('elements of the page open it by their attributes, by mouse and by keyboard, also those that come later', async () => {
  const { page, problems, context } = await openPage(world.browser);
  await page.goto(world.site);
  await page.getByRole('button', { name: 'Open help' }).waitFor();
  await page.evaluate(() => {
    const add = (tag: string, name: string, value: string) => {
      const element = document.createElement(tag);
      element.setAttribute(`data-handrail-${name}`, value);
      if (element instanceof HTMLAnchorElement) element.href = '#somewhere-else';
      element.textContent = `by ${name}`;
      document.body.prepend(element);
    };
    add('button', 'open', 'chat');
    add('button', 'search', 'frame size');
    add('a', 'article', 'frame-size-guide');
    add('button', 'ask', 'How far does one charge go?');
  });
  const panel = panelOf(page);
  await page.getByRole('button', { name: 'by search' }).click();
  await panel.getByRole('option').first().waitFor();
  await page.getByRole('link', { name: 'by article' }).focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('heading', { name: 'Frame size guide' }).first().waitFor();
  expect(page.url()).not.toContain('somewhere-else');
  await page.getByRole('button', { name: 'by ask' }).click();
  await panel.locator('.bot-turn').first().waitFor();
  await page.getByRole('button', { name: 'by open' }).click();
  await panel.locator('textarea').last().waitFor();
  expect(problems).toEqual([]);
  await context.close();
});
