import { anEvent, fakeServer, SENDERS } from '@handrail/test-kit';
import { expect, test, vi } from 'vitest';
import { createHandrail } from './createHandrail.js';
import { createAnnouncer, createComposer, createScrollKeeper, createSearchBox, messageRows } from './parts/index.js';

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

/** What a runtime such as React Native has beside the language; Node's own names stay for the test runner. */
const LEFT =
  /^(fetch|WebSocket|setTimeout|clearTimeout|setInterval|clearInterval|queueMicrotask|URL|console|process|Buffer|global|globalThis|self|Intl|WebAssembly|nanostoresGlobal|__.*|vi.*)$/;

/** Names of the language itself, as a realm without a host has them. */
const LANGUAGE =
  /^(Object|Function|Array|Number|parseFloat|parseInt|Infinity|NaN|undefined|Boolean|String|Symbol|Date|Promise|RegExp|\w*Error|JSON|Math|Atomics|ArrayBuffer|\w+Array|DataView|Map|BigInt|Set|Iterator|WeakMap|WeakSet|WeakRef|Proxy|Reflect|FinalizationRegistry|SharedArrayBuffer|(de|en)codeURI(Component)?|escape|unescape|eval|isFinite|isNaN)$/;

/** Takes every other global away while `run` runs. */
async function inBareRuntime(run: () => Promise<void>): Promise<readonly string[]> {
  const globals = globalThis as Record<string, unknown>;
  const taken: [string, PropertyDescriptor][] = [];
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(globals))) {
    if (LEFT.test(name) || LANGUAGE.test(name) || !property.configurable) continue;
    taken.push([name, property]);
    delete globals[name];
  }
  try {
    await run();
  } finally {
    for (const [name, property] of taken) Object.defineProperty(globals, name, property);
  }
  return taken.map(([name]) => name);
}

/** Through the queue to a person and back, with every part of a screen. */
async function talk() {
  const server = fakeServer();
  let seed = 0;
  const client = createHandrail({
    server: 'https://help.example',
    site: 'demo',
    environment: {
      fetch: server.fetch,
      WebSocket: server.network.WebSocket,
      random: bytes => bytes.map(() => (seed = (seed * 31 + 7) % 251)),
    },
  });
  const said: string[] = [];
  const composer = createComposer(client);
  const keeper = createScrollKeeper();
  const announcer = createAnnouncer({
    words: () => ({
      assistant: 'Bot',
      notice: () => '',
      files: () => '',
      refused: () => '',
      typing: () => '',
    }),
    say: text => said.push(text),
    since: 0,
  });
  client.$messages.listen(items => {
    keeper.changed(items, 1_000);
    announcer.update({ items, thinking: client.$thinking.get(), typing: client.$typing.get(), read: 0 });
  });
  try {
    await client.requestHuman();
    await until(() => expect(server.network.sockets).toHaveLength(1));
    server.network.socket.open();
    await until(() => expect(client.$connection.get().state).toBe('online'));
    composer.input('Hello?');
    expect(composer.keyDown({ key: 'Enter' })).toBe(true);
    await until(() => expect(client.$messages.get().some(item => item.text === 'Hello?')).toBe(true));
    const record = client.$conversation.get();
    const event = anEvent(
      record?.id ?? '',
      (record?.lastSeq ?? 0) + 1,
      'message',
      { text: 'Here I am' },
      { sender: SENDERS.agent },
    );
    server.push(server.network.socket, event);
    await until(() => expect(said.at(-1)).toContain('Here I am'));
    expect(messageRows(client.$messages.get()).some(row => row.startsDay)).toBe(true);
    const box = createSearchBox(client, { id: 'found', open: () => {} });
    expect(box.view(client.$search.get(), null).expanded).toBe(false);
  } finally {
    client.destroy();
  }
}

test('client and parts need nothing of a runtime but the language, fetch, WebSocket and timers', async () => {
  // The test runner needs its own globals to load files: a first talk has loaded them all.
  await talk();
  const taken = await inBareRuntime(talk);
  expect(taken).toEqual(expect.arrayContaining(['crypto', 'performance', 'AbortController', 'TextEncoder']));
  expect(Object.keys(globalThis)).not.toContain('document');
}, 30_000);
