// @vitest-environment node
import { createHandrail, type Handrail } from '@handrail/core';
import { expect, test, vi } from 'vitest';
import { createSSRApp, defineComponent, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { shop } from '../test/shop.js';
import {
  HandrailWidget,
  handrail,
  useAvailability,
  useConversations,
  useHandrail,
  useHandrailEvent,
  useUnread,
} from './index.js';

const drawn: (Handrail | null)[] = [];

const Screen = defineComponent(() => {
  drawn.push(useHandrail());
  useHandrailEvent('error', () => {});
  const [conversations, unread, availability] = [useConversations(), useUnread(), useAvailability()];
  return () =>
    h('p', [
      `${conversations.value.length} conversations, ${unread.value} unread, ${availability.value?.state ?? 'not asked'}`,
      h(HandrailWidget, { server: 'https://help.example', site: 'shop', config: { name: 'Shop' } }),
    ]);
});

test('without a window the screen is drawn as it begins, without client, timer or request', async () => {
  expect(typeof window).toBe('undefined');
  const warn = vi.spyOn(console, 'warn');
  const setTimeout = vi.spyOn(globalThis, 'setTimeout');
  const { server, options } = shop();
  const html = await renderToString(createSSRApp(Screen).use(handrail, { options }));
  expect(html).toBe('<p>0 conversations, 0 unread, not asked<!----></p>');
  expect(drawn).toEqual([null]);
  expect([server.requests, server.network.sockets, setTimeout.mock.calls, warn.mock.calls]).toEqual([[], [], [], []]);
  vi.restoreAllMocks();
});

test('a ready client is drawn as it is', async () => {
  const client = createHandrail(shop().options);
  await renderToString(createSSRApp(Screen).use(handrail, { client }));
  expect(drawn.at(-1)).toBe(client);
  client.destroy();
});
