import { createHandrail, type Handrail } from '@handrail/core';
import { flushSync, mount, unmount } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import App from '../test/App.svelte';
import { openSockets, shop } from '../test/shop.js';
import type { HandrailSource } from './setHandrail.js';

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

let seen: (Handrail | null)[] = [];
let heard: string[] = [];

beforeEach(() => {
  [seen, heard] = [[], []];
});

function start(source?: HandrailSource) {
  document.body.innerHTML = '';
  const props = {
    source,
    seen: (client: Handrail | null) => seen.push(client),
    heard: (code: string) => heard.push(code),
  };
  return mount(App, { target: document.body, props });
}

const text = () => {
  flushSync();
  return document.body.textContent?.replace(/\s+/g, ' ').trim();
};

test('a client of one’s own is shown, followed, heard and left alive', async () => {
  const client = createHandrail(shop().options);
  const app = start({ client });
  expect(text()).toBe('bot idle en ""');
  expect(seen).toEqual([client]);
  client.setDraft('Where is');
  expect(text()).toBe('bot idle en "Where is"');
  const fail = () => client.openArticle('none').catch(({ code }) => code);
  await fail();
  await unmount(app);
  expect(await fail()).not.toBe('destroyed');
  expect(heard).toEqual(['knowledge_failed']);
  client.destroy();
});

test('an earlier conversation is taken up over one line, which ends with the component', async () => {
  const { server, options } = shop();
  const before = createHandrail(options);
  await before.requestHuman();
  await before.sendMessage('Hello?');
  before.destroy();
  await until(() => expect(openSockets(server)).toHaveLength(0));

  const app = start({ options });
  await until(() => expect(openSockets(server)).toHaveLength(1));
  openSockets(server)[0]?.open();
  await until(() => expect(text()).toContain('queue online en'));
  await until(() => expect(text()).toContain('Hello?'));
  expect(openSockets(server)).toHaveLength(1);
  await unmount(app);
  await until(() => expect(openSockets(server)).toHaveLength(0));
  await expect(seen[0]?.connect()).rejects.toMatchObject({ code: 'destroyed' });
});

test('where nothing is given, and where it is nothing, the error says what is missing', () => {
  expect(() => start()).toThrow(
    expect.objectContaining({
      code: 'bad_request',
      message: expect.stringContaining('Handrail: expected setHandrail(…) here or above, got none.'),
    }),
  );
  expect(() => start({} as HandrailSource)).toThrow(
    expect.objectContaining({
      code: 'bad_request',
      message: expect.stringContaining('setHandrail: expected `client` or `options`, got neither.'),
    }),
  );
});
