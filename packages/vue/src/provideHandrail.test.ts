import { createHandrail, type Handrail } from '@handrail/core';
import { afterEach, expect, test, vi } from 'vitest';
import { type App, createApp, defineComponent, h, nextTick } from 'vue';
import { openSockets, shop } from '../test/shop.js';
import { type HandrailSource, handrail, provideHandrail } from './provideHandrail.js';
import { useHandrail } from './useHandrail.js';
import { useHandrailEvent } from './useHandrailEvent.js';
import { useConnection, useDraft, useMessages, useOwner, useStoreValue } from './useStoreValue.js';

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

let seen: (Handrail | null)[] = [];
let heard: string[] = [];
let apps: App[] = [];

const Screen = defineComponent(() => {
  seen.push(useHandrail());
  useHandrailEvent('error', ({ data }) => heard.push(data.code));
  const [draft, owner, connection, locale] = [useDraft(), useOwner(), useConnection(), useStoreValue('$locale')];
  const messages = useMessages();
  const texts = () => messages.value.filter(item => item.kind === 'message').map(item => h('li', item.text));
  return () => [h('p', `${owner.value} ${connection.value.state} ${locale.value} "${draft.value}"`), h('ol', texts())];
});

function start(component: Parameters<typeof createApp>[0], source?: HandrailSource): App {
  const app = createApp(component);
  apps.push(app);
  if (source) app.use(handrail, source);
  document.body.innerHTML = '<div></div>';
  app.mount(document.querySelector('div') as Element);
  return app;
}

const text = () => document.body.textContent;

afterEach(() => {
  for (const app of apps) app.unmount();
  [seen, heard, apps] = [[], [], []];
});

test('a client of one’s own is shown, followed, heard and left alive', async () => {
  const client = createHandrail(shop().options);
  const app = start(Screen, { client });
  expect(text()).toBe('bot idle en ""');
  client.setDraft('Where is');
  await nextTick();
  expect(text()).toBe('bot idle en "Where is"');
  const fail = () => client.openArticle('none').catch(({ code }) => code);
  await fail();
  app.unmount();
  apps = [];
  expect(await fail()).not.toBe('destroyed');
  expect(heard).toEqual(['knowledge_failed']);
  client.destroy();
});

test('an earlier conversation is taken up over one line, which ends with the app', async () => {
  const { server, options } = shop();
  const before = createHandrail(options);
  await before.requestHuman();
  await before.sendMessage('Hello?');
  before.destroy();
  await until(() => expect(openSockets(server)).toHaveLength(0));

  const app = start(Screen, { options });
  await until(() => expect(openSockets(server)).toHaveLength(1));
  openSockets(server)[0]?.open();
  await until(() => expect(text()).toContain('queue online en'));
  await until(() => expect(text()).toContain('Hello?'));
  expect(openSockets(server)).toHaveLength(1);
  app.unmount();
  apps = [];
  await until(() => expect(openSockets(server)).toHaveLength(0));
});

test('a component provides another client to what is below, and ends it with itself', async () => {
  const outer = createHandrail(shop().options);
  const Inner = defineComponent(() => {
    provideHandrail({ options: { ...shop().options, locale: 'de', locales: ['en', 'de'] } });
    return () => h(Screen);
  });
  const app = start(() => [h(Screen), h(Inner)], { client: outer });
  expect(text()).toBe('bot idle en ""bot idle de ""');
  expect(seen[0]).toBe(outer);
  const inner = seen[1] as Handrail;
  expect(inner).not.toBe(outer);
  app.unmount();
  apps = [];
  await expect(inner.connect()).rejects.toMatchObject({ code: 'destroyed' });
  outer.destroy();
});

test('where nothing is provided, and where it is nothing, the error says what is missing', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(() => start(Screen)).toThrow(
    expect.objectContaining({ code: 'bad_request', message: expect.stringContaining('expected app.use(handrail, …)') }),
  );
  expect(() => start(Screen, {} as HandrailSource)).toThrow(
    expect.objectContaining({ code: 'bad_request', message: 'Handrail: expected `client` or `options`, got neither.' }),
  );
  apps = [];
  vi.restoreAllMocks();
});
