import { createTestClient, fixtures, type TestClient } from '@handrail/core/testing';
import { expect, test, vi } from 'vitest';
import { createApp, defineComponent, h, nextTick } from 'vue';
import { handrail, useAnnouncements, useComposer, useMessageRows, useScrollKeeper, useSearchBox } from './index.js';

const words = { assistant: 'Bot', notice: () => '', files: () => '', refused: () => '', typing: () => '' };
let opened: string[] = [];

const Screen = defineComponent(() => {
  const [rows, said, { field, state }] = [useMessageRows(), useAnnouncements(() => words, 0), useComposer()];
  const { view, field: search } = useSearchBox({ id: 'found', open: ({ article }) => opened.push(article) });
  const { box, unseen, scrolled } = useScrollKeeper();
  return () => [
    h('p', { role: 'status' }, said.value),
    h(
      'ol',
      { ref: box, onScroll: scrolled },
      rows.value.map(({ item, startsGroup }) => h('li', `${startsGroup ? '* ' : ''}${item.text ?? ''}`)),
    ),
    h('output', unseen.value),
    h('textarea', field.value),
    h('b', state.value.problem?.code),
    h('input', search.value),
    h(
      'ul',
      view.value.list,
      view.value.targets.map(target => h('li', view.value.option(target), target.article)),
    ),
  ];
});

function draw(client: TestClient) {
  opened = [];
  document.body.innerHTML = '<main></main>';
  const app = createApp(Screen).use(handrail, { client });
  app.mount('main');
  const get = <E extends HTMLElement>(selector: string) => document.querySelector(selector) as E;
  const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const key = (field: HTMLElement, name: string, more = {}) =>
    !field.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
  return { app, get, type, key };
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
  app.unmount();
});

test('lines in groups; what comes is announced and counted', async () => {
  const client = createTestClient({ script: fixtures.person });
  const { app, get } = draw(client);
  const log = get('ol');
  Object.defineProperties(log, { scrollHeight: { value: 2_000 }, clientHeight: { value: 500 } });
  log.scrollTop = 400;
  log.dispatchEvent(new Event('scroll'));
  client.otherSide.agentSays('First');
  client.otherSide.agentSays('Second');
  await nextTick();
  expect([...log.children].slice(-1).map(line => line.textContent)).toEqual(['Second']);
  expect(get('output').textContent).toBe('2');
  await vi.waitFor(() => expect(get('p').textContent).toMatch(/: First\n.*: Second$/));
  app.unmount();
});

test('a combobox over the help centre', async () => {
  const { app, get, type, key } = draw(createTestClient());
  const field = get<HTMLInputElement>('input');
  type(field, 'refund');
  await vi.waitFor(() => expect(get('[role=option]')).toBeTruthy());
  expect(field.getAttribute('aria-activedescendant')).toBe(get('[role=option]').id);
  key(field, 'Enter');
  expect(opened).toEqual([get('[role=option]').textContent]);
  key(field, 'Escape');
  await nextTick();
  expect([field.value, field.getAttribute('aria-expanded')]).toEqual(['', 'false']);
  app.unmount();
});
