import { expect, test, vi } from 'vitest';
import { fakeWidget } from '../../test/fakeWidget.js';
import { readCalls, readMovingPage } from '../../test/movingPage.js';
import { createShim } from '../shim.js';
import { chatwootCalls, chatwootEvents } from './chatwootCalls.js';
import { installChatwoot } from './installChatwoot.js';

type Chatwoot = Record<string, (...given: unknown[]) => unknown> & { isOpen: unknown; hasLoaded: unknown };
type Page = EventTarget & { $chatwoot: Chatwoot; chatwootSDK: { run(given?: object): void } };

function start(more: Record<string, unknown> = {}, options: { getToken?: () => string } = {}) {
  const fake = fakeWidget();
  const warn = vi.fn();
  const page = Object.assign(new EventTarget(), { navigator: { language: 'pt-BR' } }, more) as unknown as Page;
  const end = installChatwoot(fake.widget, { window: page, warn, ...options });
  return { ...fake, warn, end, page };
}

/** Every method of Chatwoot's documentation: what the widget is told, or `null` where the page is warned instead. */
const DOCUMENTED: [name: string, given: unknown[], told: unknown[] | null][] = [
  ['toggle', ['open'], ['open']],
  ['toggle', ['close'], ['close']],
  ['toggle', [], ['toggle']],
  ['toggleBubbleVisibility', ['hide'], ['hide']],
  ['toggleBubbleVisibility', ['show'], ['show']],
  ['setUser', [undefined], []],
  ['setCustomAttributes', [{ plan: 'gold' }], ['setAttributes', { plan: 'gold' }]],
  ['deleteCustomAttribute', ['plan'], []],
  ['setLocale', ['pt_BR'], ['setLocale', 'pt-BR']],
  ['setColorScheme', ['dark'], ['setTheme', 'dark']],
  ['setColorScheme', ['light'], ['setTheme', 'light']],
  ['reset', [], ['close']],
  ['popoutChatWindow', [], null],
  ['setConversationCustomAttributes', [{ order: 1 }], ['setConversationAttributes', { order: 1 }]],
  ['deleteConversationCustomAttribute', ['order'], ['setConversationAttributes', { order: null }]],
  ['setLabel', ['vip'], ['addTags', 'vip']],
  ['removeLabel', ['vip'], ['removeTags', 'vip']],
];

test.each(DOCUMENTED)('%s %j', (name, given, told) => {
  const { page, calls, warn, end } = start();
  page.chatwootSDK.run();
  page.$chatwoot[name]?.(...given);
  expect(calls.slice(0, 1)).toEqual(told && told.length > 0 ? [told] : []);
  page.$chatwoot[name]?.(...given);
  if (told) expect(warn).not.toHaveBeenCalled();
  else expect(warn.mock.calls).toEqual([[expect.stringMatching(/\$chatwoot\.\w+ does nothing\. [A-Z]/)]]);
  end();
});

test('every documented call is in the table, and the page says of each what happens', () => {
  const shim = createShim(fakeWidget().widget, { window: {} });
  const calls = { ...chatwootCalls(shim), ...chatwootEvents(shim), 'chatwoot:ready': () => {}, run: () => {} };
  expect(new Set([...DOCUMENTED.map(([name]) => name), 'isOpen'])).toEqual(new Set(Object.keys(chatwootCalls(shim))));
  const nameOf = (code: string) =>
    /^(?:\$chatwoot\.|chatwootSDK\.)(\w+)/.exec(code)?.[1] ?? /^chatwoot:[\w-]+$/.exec(code)?.[0] ?? null;
  expect(readMovingPage('chatwoot.md', nameOf)).toEqual(readCalls(calls));
});

test('there is no $chatwoot before run; then it takes the settings of the page and says it is ready, once', () => {
  const { page, calls, end } = start({
    chatwootSettings: { locale: 'de', darkMode: 'auto', hideMessageBubble: true, position: 'left' },
  });
  const ready = vi.fn();
  page.addEventListener('chatwoot:ready', ready);
  expect('$chatwoot' in page).toBe(false);
  page.chatwootSDK.run({ websiteToken: 'token', baseUrl: 'https://chat.example' });
  page.chatwootSDK.run({});
  expect(ready).toHaveBeenCalledTimes(1);
  expect(calls).toEqual([['setLocale', 'de'], ['setTheme', 'auto'], ['hide']]);
  expect(page.$chatwoot).toMatchObject({ websiteToken: 'token', hasLoaded: true, position: 'left' });
  end();
  const browser = start({ chatwootSettings: { useBrowserLanguage: true } });
  browser.page.chatwootSDK.run();
  expect(browser.calls).toEqual([['setLocale', 'pt-BR']]);
  browser.end();
});

test('says who the customer is, with what is known of them', () => {
  const getToken = () => 'token';
  const { page, calls, end } = start({}, { getToken });
  page.chatwootSDK.run();
  page.$chatwoot.setCustomAttributes?.({ plan: 'gold' });
  page.$chatwoot.setUser?.(7, { email: 'ana@mail.example', identifier_hash: 'f00' });
  expect(calls.splice(0)).toEqual([
    ['setAttributes', { plan: 'gold' }],
    ['setAttributes', { plan: null }],
    ['identify', { id: '7', email: 'ana@mail.example', plan: 'gold' }, { getToken }],
  ]);
  page.$chatwoot.deleteCustomAttribute?.('plan');
  expect(calls.splice(0)).toEqual([['identify', { id: '7', email: 'ana@mail.example' }, { getToken }]]);
  page.$chatwoot.reset?.();
  page.$chatwoot.setCustomAttributes?.({ plan: 'silver' });
  expect(calls).toEqual([['close'], ['logout'], ['setAttributes', { plan: 'silver' }]]);
  end();
});

test('without a token the customer is told as not verified, beside what is known of the conversation', () => {
  const { page, calls, warn, end } = start();
  page.chatwootSDK.run();
  page.$chatwoot.setUser?.(7, { name: 'Ana' });
  page.$chatwoot.setConversationCustomAttributes?.({ order: 1, gift: true });
  page.$chatwoot.deleteConversationCustomAttribute?.('order');
  page.$chatwoot.reset?.();
  expect(calls).toEqual([
    ['setAttributes', { id: '7', name: 'Ana' }],
    ['prefill', { name: 'Ana' }],
    ['setConversationAttributes', { order: 1, gift: true }],
    ['setConversationAttributes', { order: null }],
    ['close'],
    ['setAttributes', { id: null, name: null }],
    ['prefill', { name: '' }],
    ['logout'],
  ]);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/no `getToken`/)]]);
  end();
});

test('isOpen and its events follow the panel', () => {
  const { page, emit, warn, end } = start();
  const heard: string[] = [];
  for (const type of ['chatwoot:opened', 'chatwoot:closed']) page.addEventListener(type, () => heard.push(type));
  page.chatwootSDK.run();
  expect(page.$chatwoot.isOpen).toBe(false);
  emit('open', { view: 'home' });
  expect(page.$chatwoot.isOpen).toBe(true);
  emit('close', { view: 'home' });
  expect(page.$chatwoot.isOpen).toBe(false);
  expect(heard).toEqual(['chatwoot:opened', 'chatwoot:closed']);
  expect(warn).not.toHaveBeenCalled();
  end();
});

test('events reach the window in the words of Chatwoot', () => {
  const { page, emit, end } = start();
  const heard: unknown[] = [];
  for (const type of ['chatwoot:on-message', 'chatwoot:on-start-conversation']) {
    page.addEventListener(type, event => heard.push([type, (event as CustomEvent).detail]));
  }
  page.chatwootSDK.run();
  emit('conversation:start', { id: 'c' });
  emit('message:received', { id: 'm', conversation: 'c', text: 'Hello', name: 'Mina' });
  expect(heard).toEqual([
    ['chatwoot:on-start-conversation', { hasConversation: true }],
    ['chatwoot:on-message', { id: 'm', content: 'Hello', message_type: 1, sender: { name: 'Mina' } }],
  ]);
  end();
  emit('conversation:start', { id: 'c' });
  expect(heard).toHaveLength(2);
});

test('what is wrong never throws, and the end leaves nothing', () => {
  const { page, warn, calls, end } = start();
  page.chatwootSDK.run();
  const { $chatwoot } = page;
  $chatwoot.setLocale?.(7);
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    expect.stringMatching(/\$chatwoot.setLocale failed. TypeError/),
  ]);
  end();
  expect(['$chatwoot' in page, 'chatwootSDK' in page]).toEqual([false, false]);
  $chatwoot.toggle?.('open');
  expect(calls).toEqual([]);
});
