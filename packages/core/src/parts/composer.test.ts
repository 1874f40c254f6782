import { expect, test, vi } from 'vitest';
import { createTestClient } from '../testing/createTestClient.js';
import { fixtures } from '../testing/fixtures.js';
import { createComposer, isEmpty } from './composer.js';

function compose() {
  const client = createTestClient({ script: fixtures.person });
  return { client, composer: createComposer(client) };
}
const file = (name: string, size = 3) => ({ name, size, type: 'text/plain', slice: () => ({ size, slice: vi.fn() }) });
const enter = { key: 'Enter' };

test('Enter sends, trimmed; Shift+Enter, other keys and an empty draft do not', async () => {
  const { client, composer } = compose();
  expect(composer.keyDown(enter)).toBe(true);
  composer.input('  one\n');
  expect([composer.keyDown({ ...enter, shiftKey: true }), composer.keyDown({ key: 'a' })]).toEqual([false, false]);
  expect(client.callsOf('sendMessage')).toEqual([]);
  expect(composer.keyDown(enter)).toBe(true);
  await vi.waitFor(() => expect(client.callsOf('sendMessage')).toEqual([['one']]));
  expect(client.$draft.get()).toBe('');
});

test('no key of an input method sends, in either order of events', () => {
  const { client, composer } = compose();
  composer.input('こんにち');
  composer.compositionStart();
  expect(composer.keyDown(enter)).toBe(false);
  expect(composer.keyDown({ ...enter, isComposing: true })).toBe(false);
  composer.compositionEnd();
  // Safari: the composition has ended, but the Enter that confirmed it still comes.
  expect(composer.keyDown({ ...enter, keyCode: 229 })).toBe(false);
  expect(client.callsOf('sendMessage')).toEqual([]);
  expect(composer.keyDown({ ...enter, keyCode: 13 })).toBe(true);
});

test('a text that is too long is kept, with the reason, until somebody writes on', async () => {
  const { client, composer } = compose();
  const long = 'x'.repeat(20_000);
  composer.input(long);
  await composer.send();
  expect(composer.$state.get()).toMatchObject({ sending: false, problem: { code: 'text_too_long' } });
  expect(client.$draft.get()).toBe(long);
  composer.input('short');
  expect(composer.$state.get().problem).toBeNull();
});

test('files go with one message, once; a refusal keeps them and those added meanwhile', async () => {
  const sent: unknown[] = [];
  let end: (error?: Error) => void = () => {};
  const { client } = compose();
  const sendMessage = (text: string, options?: object) =>
    new Promise<void>((resolve, reject) => {
      sent.push([text, options]);
      end = error => (error ? reject(error) : resolve());
    });
  const composer = createComposer({ ...client, sendMessage });
  const [a, b] = [file('a'), file('b')];
  composer.add([a, file('a')]);
  composer.add([file('a')]);
  expect(isEmpty('', composer.$state.get().files)).toBe(false);
  let sending = composer.send();
  void composer.send();
  expect([sent, composer.$state.get().sending]).toEqual([[['', { attachments: [a] }]], true]);
  end(Object.assign(new Error('too much'), { code: 'too_large' }));
  await sending;
  expect(composer.$state.get()).toEqual({
    files: [a],
    problem: { code: 'too_large', message: 'too much' },
    sending: false,
  });
  sending = composer.send();
  composer.add([b]);
  end();
  await sending;
  expect(composer.$state.get()).toEqual({ files: [b], problem: null, sending: false });
  composer.remove(b);
  expect(composer.$state.get().files).toEqual([]);
});

test('the other side hears that somebody writes, and that they stopped', async () => {
  const { client, composer } = compose();
  composer.input('a');
  composer.input('');
  composer.input('b');
  await composer.send();
  expect(client.callsOf('setTyping')).toEqual([[true], [false], [true], [false]]);
});
