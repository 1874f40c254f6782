/** @jsxImportSource react */
import { createHandrail, type Handrail } from '@handrail/core';
import { act, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import { openSockets, shop } from '../test/shop.js';
import { HandrailProvider, type HandrailProviderProps } from './HandrailProvider.js';
import { useHandrail } from './useHandrail.js';
import { useConnection, useDraft, useMessages, useOwner, useStoreValue } from './useStoreValue.js';

let seen: (Handrail | null)[] = [];

function Screen() {
  const client = useHandrail();
  seen.push(client);
  const messages = useMessages().filter(item => item.kind === 'message');
  return (
    <main>
      <output>{useDraft()}</output>
      <p>{`${useOwner()} ${useConnection().state} ${useStoreValue('$locale')}`}</p>
      <ol>
        {messages.map(message => (
          <li key={message.id}>{message.text}</li>
        ))}
      </ol>
    </main>
  );
}

const clients = () => [...new Set(seen.filter(client => client !== null))];
const newest = () => clients().at(-1) as Handrail;

test('a ready client is shown, followed and left alive', async () => {
  const client = createHandrail(shop().options);
  const { unmount } = render(
    <HandrailProvider client={client}>
      <Screen />
    </HandrailProvider>,
  );
  act(() => client.setDraft('Where is'));
  expect(screen.getByRole('status').textContent).toBe('Where is');
  unmount();
  await expect(client.lookUp('x', 1)).rejects.not.toMatchObject({ code: 'destroyed' });
  client.destroy();
});

test('another client takes the place of the one before', () => {
  const [first, second] = [createHandrail(shop().options), createHandrail(shop().options)];
  first.setDraft('first');
  second.setDraft('second');
  const at = (client: Handrail | null) => (
    <HandrailProvider client={client}>
      <Screen />
    </HandrailProvider>
  );
  const { rerender } = render(at(null));
  const texts = [first, second, null].map(client => {
    rerender(at(client));
    return screen.getByRole('status').textContent;
  });
  expect(texts).toEqual(['first', 'second', '']);
  rerender(at(second));
  act(() => first.setDraft('not seen'));
  expect(screen.getByRole('status').textContent).toBe('second');
  first.destroy();
  second.destroy();
});

test('options make a client once mounted, the same for equal options, and end it with the provider', async () => {
  seen = [];
  const { options } = shop();
  const at = (site: string) => (
    <HandrailProvider options={{ ...options, site }}>
      <Screen />
    </HandrailProvider>
  );
  const { rerender, unmount } = render(at('shop'));
  expect(seen[0]).toBeNull();
  rerender(at('shop'));
  expect(clients()).toHaveLength(1);
  rerender(at('other'));
  expect(clients()).toHaveLength(2);
  await expect(clients()[0]?.connect()).rejects.toMatchObject({ code: 'destroyed' });
  unmount();
  await expect(newest().connect()).rejects.toMatchObject({ code: 'destroyed' });
});

test('StrictMode: an earlier conversation is taken up over one line, which ends with the provider', async () => {
  const { server, options } = shop();
  const before = createHandrail(options);
  await before.requestHuman();
  await before.sendMessage('Hello?');
  before.destroy();
  await waitFor(() => expect(openSockets(server)).toHaveLength(0));

  seen = [];
  const { unmount } = render(
    <StrictMode>
      <HandrailProvider options={options}>
        <Screen />
      </HandrailProvider>
    </StrictMode>,
  );
  await waitFor(() => expect(openSockets(server)).toHaveLength(1));
  act(() => openSockets(server)[0]?.open());
  await waitFor(() => expect(screen.getByText('queue online en')).toBeTruthy());
  await waitFor(() => expect(screen.getByText('Hello?')).toBeTruthy());
  expect(openSockets(server)).toHaveLength(1);
  unmount();
  await waitFor(() => expect(openSockets(server)).toHaveLength(0));
});

test('wrong options reach the nearest error boundary with the words of core', () => {
  expect(() => render(<HandrailProvider options={{ server: 'help.example', site: 'shop' }} />)).toThrow(
    'createHandrail: option `server` should be an origin',
  );
});

test('a provider without client and options says so', () => {
  const props = {} as HandrailProviderProps;
  expect(() => render(<HandrailProvider {...props} />)).toThrow(
    expect.objectContaining({
      code: 'bad_request',
      message: '<HandrailProvider>: expected `client` or `options`, got neither.',
    }),
  );
});

test('outside a provider a hook says what is missing', () => {
  expect(() => render(<Screen />)).toThrow(
    expect.objectContaining({
      code: 'bad_request',
      message: 'Handrail hooks: expected a <HandrailProvider> above, got none.',
    }),
  );
});
