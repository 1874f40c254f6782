import { expect, test, vi } from 'vitest';
import { shelf } from '../test/shelf.js';
import type { Handrail } from './handrail.js';

vi.setConfig({ testTimeout: 20_000 });

const MINUTE = 60_000;
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });
const said = (client: Handrail) =>
  client.$messages.get().filter(item => item.kind === 'message' && item.from === 'bot').length;

async function asked(open: () => Handrail) {
  const client = open();
  void client.ask('How do I reset my password?').catch(() => {});
  await until(() => expect(client.$messages.get().some(item => item.kind === 'message' && item.answer)).toBe(true));
  await until(() => expect(client.$thinking.get()).toBe(false));
  return client;
}

test('silence after an answer: one question, then assumed resolved, then nothing', async () => {
  const { clock, ...pages } = await shelf();
  const open = () => pages.open().client;
  const client = await asked(open);
  const resolved: unknown[] = [];
  client.on('bot:resolved', event => resolved.push(event.data.how));
  const before = said(client);
  await clock.advance(4 * MINUTE);
  await until(() => expect(said(client)).toBe(before + 1));
  expect(resolved).toEqual([]);
  await clock.advance(26 * MINUTE);
  await until(() => expect(resolved).toEqual(['assumed']));
  await clock.advance(300 * MINUTE);
  expect([said(client), resolved]).toEqual([before + 1, ['assumed']]);
  client.destroy();
});

test('two pages of one browser ask once, and a page that comes back later goes on counting', async () => {
  const { clock, ...pages } = await shelf();
  const open = () => pages.open().client;
  const first = await asked(open);
  const second = open();
  await until(() => expect(said(second)).toBe(said(first)));
  const before = said(first);
  await clock.advance(2 * MINUTE);
  await clock.advance(2 * MINUTE);
  await until(() => expect(said(first) + said(second)).toBe(2 * before + 1));
  await clock.settle();
  expect(said(first) + said(second)).toBe(2 * before + 1);
  first.destroy();
  second.destroy();
  const third = open();
  const resolved: unknown[] = [];
  third.on('bot:resolved', event => resolved.push(event.data.how));
  await until(() => expect(said(third)).toBeGreaterThan(0));
  await clock.advance(26 * MINUTE);
  await until(() => expect(resolved).toEqual(['assumed']));
  third.destroy();
});

test('a vote or a word ends the counting', async () => {
  const { clock, ...pages } = await shelf();
  const open = () => pages.open().client;
  const client = await asked(open);
  const answer = client.$messages.get().find(item => item.kind === 'message' && item.answer);
  await client.rate(answer?.id ?? '', 'yes');
  const before = said(client);
  await clock.advance(20 * MINUTE);
  expect(said(client)).toBe(before);
  client.destroy();
});
