import { createHandrail, type Handrail } from '@handrail/core';
import { render } from 'svelte/server';
import { expect, test, vi } from 'vitest';
import App from '../test/App.svelte';
import Help from '../test/Help.svelte';
import { shop } from '../test/shop.js';

const plain = (html: string) =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/\s+/g, ' ')
    .trim();

test('without a window the screen is drawn as it begins, without client, timer or request', () => {
  expect(typeof window).toBe('undefined');
  const setTimeout = vi.spyOn(globalThis, 'setTimeout');
  const { server, options } = shop();
  const seen: (Handrail | null)[] = [];
  const props = { source: { options }, seen: (client: Handrail | null) => seen.push(client) };
  expect(plain(render(App, { props }).body)).toBe('<p>bot idle en ""</p> <ol></ol>');
  expect(seen).toEqual([null]);
  expect([server.requests, server.network.sockets, setTimeout.mock.calls]).toEqual([[], [], []]);
  vi.restoreAllMocks();
});

test('a ready client is drawn as it is', () => {
  const client = createHandrail(shop().options);
  client.setDraft('Where is');
  expect(plain(render(App, { props: { source: { client } } }).body)).toBe('<p>bot idle en "Where is"</p> <ol></ol>');
  client.destroy();
});

test('the widget waits for a page', () => {
  const options = { server: 'https://help.example', site: 'shop', config: { name: 'Shop' } };
  expect(plain(render(Help, { props: { options } }).body)).toBe('');
});
