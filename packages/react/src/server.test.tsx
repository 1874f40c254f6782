/** @jsxImportSource react */
// @vitest-environment node
import { createHandrail, type Handrail } from '@handrail/core';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { shop } from '../test/shop.js';
import {
  HandrailProvider,
  HandrailWidget,
  useAvailability,
  useHandrail,
  useHandrailEvent,
  useMessages,
  useUnread,
} from './index.js';

const drawn: (Handrail | null)[] = [];

function Screen() {
  drawn.push(useHandrail());
  useHandrailEvent('error', () => {});
  return (
    <p>
      {useMessages().length} lines, {useUnread()} unread, {useAvailability()?.state ?? 'not asked'}
      <HandrailWidget server="https://help.example" site="shop" config={{ name: 'Shop' }} />
    </p>
  );
}

const plain = (html: string) => html.replaceAll('<!-- -->', '');

test('without a window the screen is drawn as it begins, without client, timer or request', () => {
  expect(typeof window).toBe('undefined');
  const error = vi.spyOn(console, 'error');
  const setTimeout = vi.spyOn(globalThis, 'setTimeout');
  const { server, options } = shop();
  const html = renderToString(
    <HandrailProvider options={options}>
      <Screen />
    </HandrailProvider>,
  );
  expect(plain(html)).toBe('<p>0 lines, 0 unread, not asked</p>');
  expect(drawn).toEqual([null]);
  expect([server.requests, server.network.sockets, setTimeout.mock.calls, error.mock.calls]).toEqual([[], [], [], []]);
});

test('a ready client draws as it begins, so that hydration finds what the server drew', () => {
  const client = createHandrail(shop().options);
  const html = renderToString(
    <HandrailProvider client={client}>
      <Screen />
    </HandrailProvider>,
  );
  expect(plain(html)).toBe('<p>0 lines, 0 unread, not asked</p>');
  client.destroy();
});
