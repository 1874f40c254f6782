import { createTestClient, fixtures, type TestClient } from '@handrail/core/testing';
import { flushSync, mount, unmount } from 'svelte';
import { expect, test, vi } from 'vitest';
import Own from '../test/Own.svelte';

function draw(client: TestClient) {
  const opened: string[] = [];
  document.body.innerHTML = '';
  const app = mount(Own, { target: document.body, props: { client, open: (id: string) => opened.push(id) } });
  flushSync();
  const get = <E extends HTMLElement>(selector: string) => document.querySelector(selector) as E;
  const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    flushSync();
  };
  const key = (field: HTMLElement, name: string, more = {}) => {
    const used = !field.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
    );
    flushSync();
    return used;
  };
  return { app, opened, get, type, key };
}

test('the composer sends, never what composes; refused text stays', async () => {
  const client = createTestClient({ script: fixtures.person });
  const { app, get, type, key } = draw(client);
  const field = get<HTMLTextAreaElement>('textarea');
  type(field, 'こんにちは');
  field.dispatchEvent(new CompositionEvent('compositionstart'));
  expect(key(field, 'Enter', { isComposing: true })).toBe(false);
  field.dispatchEvent(new CompositionEvent('compositionend'));
  expect([key(field, 'Enter', { keyCode: 229 }), client.callsOf('sendMessage')]).toEqual([false, []]);
  expect(key(field, 'Enter')).toBe(true);
  await vi.waitFor(() => expect(field.value).toBe(''));
  expect(client.callsOf('sendMessage')).toEqual([['こんにちは']]);
  const long = 'x'.repeat(20_000);
  type(field, long);
  key(field, 'Enter');
  await vi.waitFor(() => expect(get('b').textContent).toBe('text_too_long'));
  expect(field.value).toBe(long);
  await unmount(app);
});

test('lines in groups; what comes is announced and counted', async () => {
  const client = createTestClient({ script: fixtures.person });
  const { app, get } = draw(client);
  const log = get('ol');
  Object.defineProperties(log, { scrollHeight: { value: 2_000 }, clientHeight: { value: 500 } });
  await vi.waitFor(() => expect(log.scrollTop).toBe(2_000));
  log.scrollTop = 400;
  log.dispatchEvent(new Event('scroll'));
  client.otherSide.agentSays('First');
  client.otherSide.agentSays('Second');
  await vi.waitFor(() => expect(get('output').textContent).toBe('2'));
  expect(log.lastElementChild?.textContent).toBe('Second');
  await vi.waitFor(() => expect(get('p').textContent).toMatch(/: First\n.*: Second$/));
  await unmount(app);
});

test('a combobox over the help centre', async () => {
  const { app, opened, get, type, key } = draw(createTestClient());
  const field = get<HTMLInputElement>('input');
  type(field, 'refund');
  await vi.waitFor(() => expect(get('[role=option]')).toBeTruthy());
  expect(field.getAttribute('aria-activedescendant')).toBe(get('[role=option]').id);
  key(field, 'Enter');
  expect(opened).toEqual([get('[role=option]').textContent]);
  key(field, 'Escape');
  expect([field.value, field.getAttribute('aria-expanded')]).toEqual(['', 'false']);
  await unmount(app);
});
