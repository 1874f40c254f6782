import type { IdentifyOptions } from '@handrail/core';
import { expect, test, vi } from 'vitest';
import { fakeWidget } from '../../test/fakeWidget.js';
import { readCalls, readMovingPage } from '../../test/movingPage.js';
import { createShim } from '../shim.js';
import { installZendesk } from './installZendesk.js';
import { zendeskCalls } from './zendeskCalls.js';

type ZE = ((...call: unknown[]) => unknown) & Record<string, (...given: unknown[]) => unknown>;

const noop = () => {};

function start(page: Record<string, unknown> = {}, options: { getToken?: () => string } = {}) {
  const fake = fakeWidget();
  const warn = vi.fn();
  const end = installZendesk(fake.widget, { window: page, warn, ...options });
  return { ...fake, warn, end, page, zE: page.zE as ZE };
}

/** Every call of Zendesk's documentation: what the widget is told, or `null` where the page is warned instead. */
const DOCUMENTED: [call: unknown[], told: unknown[] | null][] = [
  [['messenger', 'show'], ['show']],
  [['messenger', 'hide'], ['hide']],
  [['messenger', 'open'], ['open']],
  [['messenger', 'close'], ['close']],
  [['messenger', 'loginUser', noop], []],
  [['messenger', 'logoutUser'], ['logout']],
  [['messenger', 'resetWidget', noop], ['logout']],
  [
    ['messenger', 'newConversation', { displayName: 'New' }],
    ['newConversation', {}],
  ],
  [
    ['messenger', 'newConversation', { message: { content: { type: 'text', text: 'Hi' } } }],
    ['ask', 'Hi'],
  ],
  [
    ['messenger', 'sendMessage', { content: { type: 'text', text: 'Hi' } }],
    ['ask', 'Hi'],
  ],
  [['messenger', 'render', {}], null],
  [['messenger:ui', 'navigation', {}], null],
  [['messenger:open', 'voice', '1'], null],
  [
    ['messenger:set', 'locale', 'de'],
    ['setLocale', 'de'],
  ],
  [
    ['messenger:set', 'zIndex', 1],
    ['update', { launcher: { zIndex: 1 } }],
  ],
  [['messenger:set', 'customization', {}], null],
  [['messenger:set', 'cookies', 'none'], null],
  [
    ['messenger:set', 'conversationFields', [{ id: '360', value: 'NB-1' }], noop],
    ['setAttributes', { 360: 'NB-1' }],
  ],
  [
    ['messenger:set', 'conversationTags', ['vip']],
    ['addTags', ['vip']],
  ],
  [
    ['messenger:set', 'conversationMetadata', { cart: 3, gift: true }],
    ['setAttributes', { cart: 3, gift: true }],
  ],
  [['messenger:set', 'beforeMessageSent', noop], []],
  [['messenger:set', 'beforeMessageDisplay', noop], []],
  [['messenger:on', 'open', noop], []],
  [['messenger:on', 'close', noop], []],
  [['messenger:on', 'unreadMessages', noop], []],
  [['messenger:on', 'conversationStarted', noop], []],
  [['messenger:on', 'conversationOpened', noop], null],
  [['webWidget', 'show'], ['show']],
  [['webWidget', 'hide'], ['hide']],
  [['webWidget', 'open'], ['open']],
  [['webWidget', 'close'], ['close']],
  [['webWidget', 'toggle'], ['toggle']],
  [
    ['webWidget', 'setLocale', 'fr'],
    ['setLocale', 'fr'],
  ],
  [
    ['webWidget', 'identify', { organization: 'Acme' }],
    ['setAttributes', { organization: 'Acme' }],
  ],
  [['webWidget', 'logout'], ['logout']],
  [['webWidget', 'reset'], ['logout']],
  [
    ['webWidget', 'updatePath', { url: '/a' }],
    ['page', '/a'],
  ],
  [
    ['webWidget', 'chat:send', 'Hi'],
    ['ask', 'Hi'],
  ],
  [
    ['webWidget', 'prefill', { name: { value: 'Ana', readOnly: true }, email: { value: 'ana@mail.example' } }],
    ['prefill', { name: 'Ana', email: 'ana@mail.example' }],
  ],
  [['webWidget', 'clear'], []],
  [['webWidget', 'updateSettings', {}], null],
  [['webWidget', 'popout'], null],
  [['webWidget', 'chat:end'], ['endConversation']],
  [
    ['webWidget', 'chat:addTags', ['vip']],
    ['addTags', ['vip']],
  ],
  [
    ['webWidget', 'chat:removeTags', ['vip']],
    ['removeTags', ['vip']],
  ],
  [['webWidget', 'chat:reauthenticate'], null],
  [['webWidget', 'helpCenter:reauthenticate'], null],
  [['webWidget', 'helpCenter:setSuggestions', {}], null],
  [['webWidget:get', 'display'], []],
  [['webWidget:get', 'chat:isChatting'], null],
  [['webWidget:get', 'chat:unreadMessages'], []],
  [['webWidget:get', 'chat:department', 1], null],
  [['webWidget:get', 'chat:departments'], null],
  [['webWidget:on', 'open', noop], []],
  [['webWidget:on', 'close', noop], []],
  [['webWidget:on', 'userEvent', noop], null],
  [['webWidget:on', 'chat:connected', noop], []],
  [['webWidget:on', 'chat:start', noop], []],
  [['webWidget:on', 'chat:end', noop], []],
  [['webWidget:on', 'chat:status', noop], []],
  [['webWidget:on', 'chat:unreadMessages', noop], []],
  [['webWidget:on', 'chat:departmentStatus', noop], null],
  [['webWidget:on', 'chat:popout', noop], null],
];

test.each(DOCUMENTED)('%j', (call, told) => {
  const { zE, calls, warn, end } = start();
  zE(...call);
  expect(calls).toEqual(told && told.length > 0 ? [told] : []);
  zE(...call);
  if (told) expect(warn).not.toHaveBeenCalled();
  else expect(warn.mock.calls).toEqual([[expect.stringMatching(/zE\('.*does nothing\. [A-Z]/)]]);
  end();
});

test('every documented call is in the table, and the page says of each what happens', () => {
  const calls = zendeskCalls(createShim(fakeWidget().widget, { window: {} }));
  expect(new Set(DOCUMENTED.map(([[scope, name]]) => `${scope} ${name}`))).toEqual(new Set(Object.keys(calls)));
  const nameOf = (code: string) => /^zE\('([\w:]+)', '([\w:]+)'/.exec(code)?.slice(1).join(' ') ?? null;
  expect(readMovingPage('zendesk.md', nameOf)).toEqual(readCalls(calls));
});

test('makes the calls that were queued, functions too', () => {
  const queue: unknown[][] = [];
  const early = Object.assign((...call: unknown[]) => void queue.push(call), { _: queue });
  const ready = vi.fn();
  early('messenger', 'open');
  early(ready);
  const { calls, end } = start({ zE: early });
  expect(calls).toEqual([['open']]);
  expect(ready).toHaveBeenCalledTimes(1);
  end();
});

const tokenFor = (sub: string) =>
  `head.${Buffer.from(JSON.stringify({ sub, name: 'Ána' })).toString('base64url')}.sign`;

test('loginUser signs in whoever the token is for, and asks the page again for the next', async () => {
  const { zE, calls, emit, end } = start();
  const tokens = [tokenFor('customer-7'), tokenFor('customer-7 again')];
  const ask = vi.fn((give: (token?: string) => void) => give(tokens.shift()));
  const done = vi.fn();
  zE('messenger', 'loginUser', ask, done);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  const ana = { id: 'customer-7', attributes: [], signed: [] };
  emit('identity', { ...ana, state: 'checking' });
  expect(done).not.toHaveBeenCalled();
  for (const state of ['verified', 'failed'] as const) emit('identity', { ...ana, state });
  expect(done.mock.calls).toEqual([[null]]);
  const [, person, how] = calls[0] as [string, object, IdentifyOptions];
  expect(person).toEqual({ id: 'customer-7' });
  expect(ask).toHaveBeenCalledTimes(1);
  expect(await how.getToken({ reason: 'identify' })).toBe(tokenFor('customer-7'));
  expect(await how.getToken({ reason: 'expiring' })).toBe(tokenFor('customer-7 again'));
  end();
});

test('a token that is none is told to the page, in the console without a callback', async () => {
  const { zE, calls, warn, end } = start();
  const done = vi.fn();
  zE('messenger', 'loginUser', (give: (token: string) => void) => give('nonsense'), done);
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith(expect.objectContaining({ type: 'LoginFailedError' })));
  zE('messenger', 'loginUser', (give: (token: string) => void) => give(`a.${btoa('{}')}.c`));
  await vi.waitFor(() => expect(warn).toHaveBeenCalledWith(expect.stringMatching(/"sub" with text, got undefined/)));
  expect(calls).toEqual([]);
  end();
});

test('a token the server does not believe is told to the page', async () => {
  const { zE, calls, emit, end } = start();
  const done = vi.fn();
  zE('messenger', 'loginUser', (give: (token: string) => void) => give(tokenFor('customer-7')), done);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  emit('identity', { id: 'customer-7', attributes: [], signed: [], state: 'failed' });
  expect(done).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringMatching(/did not believe/) }));
  end();
});

test('identify of the classic widget names the customer by e-mail; without a token as not verified', () => {
  const getToken = () => 'token';
  const known = start({}, { getToken });
  known.zE('webWidget', 'identify', { name: 'Ana', email: 'ana@mail.example' });
  const ana = { id: 'ana@mail.example', name: 'Ana', email: 'ana@mail.example' };
  expect(known.calls).toEqual([['identify', ana, { getToken }]]);
  known.end();
  const { zE, calls, warn, end } = start();
  zE('webWidget', 'identify', { name: 'Ana', email: 'ana@mail.example' });
  const contact = { name: 'Ana', email: 'ana@mail.example' };
  expect(calls).toEqual([
    ['setAttributes', { id: 'ana@mail.example', ...contact }],
    ['prefill', contact],
  ]);
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(/no `getToken`/));
  end();
});

test('fields of a conversation are set, then told; clear empties what prefill filled in', () => {
  const { zE, calls, warn, end } = start();
  const done = vi.fn();
  zE('messenger:set', 'conversationFields', [{ id: '360', value: 'NB-1' }], done);
  expect(done).toHaveBeenCalledTimes(1);
  zE('webWidget', 'prefill', { email: { value: 'ana@mail.example' }, phone: { value: '1' } });
  zE('webWidget', 'clear');
  zE('messenger', 'logoutUser');
  expect(calls).toEqual([
    ['setAttributes', { 360: 'NB-1' }],
    ['prefill', { email: 'ana@mail.example' }],
    ['prefill', { email: '' }],
    ['setAttributes', { 360: null }],
    ['logout'],
  ]);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/no such field: phone/)]]);
  end();
});

test('events come in the words of Zendesk until the page stops listening', () => {
  const { zE, emit, end } = start();
  const heard: unknown[] = [];
  const stop = zE('webWidget:on', 'chat:status', (status: string) => heard.push(status)) as () => void;
  zE('webWidget:on', 'chat:connected', () => heard.push('connected'));
  zE('messenger:on', 'conversationStarted', () => heard.push('started'));
  emit('availability', { state: 'closed' });
  emit('connection', { state: 'connecting' });
  emit('connection', { state: 'online', transport: 'webSocket' });
  emit('conversation:start', { id: 'c' });
  expect(heard).toEqual(['offline', 'connected', 'started']);
  stop();
  emit('availability', { state: 'online' });
  expect(heard).toHaveLength(3);
  // Nothing is told of this one, and stopping is still a call that works.
  (zE('messenger:on', 'conversationOpened', noop) as () => void)();
  end();
});

test('says what the panel shows and what was not read', () => {
  const { zE, emit, end } = start();
  const heard: unknown[] = [];
  for (const [scope, unread] of [
    ['messenger:on', 'unreadMessages'],
    ['webWidget:on', 'chat:unreadMessages'],
  ]) {
    for (const name of ['open', 'close', unread]) {
      zE(scope, name, (...told: unknown[]) => heard.push([scope, name, ...told]));
    }
  }
  const display = () => zE('webWidget:get', 'display');
  expect([display(), zE('webWidget:get', 'chat:unreadMessages')]).toEqual(['launcher', 0]);
  emit('open', { view: 'home' });
  expect(display()).toBe('helpCenter');
  emit('viewchange', { view: 'chat' });
  expect(display()).toBe('chat');
  emit('viewchange', { view: 'contact' });
  expect(display()).toBe('contactForm');
  emit('close', { view: 'contact' });
  emit('unread', { count: 2 });
  zE('webWidget', 'hide');
  expect([display(), zE('webWidget:get', 'chat:unreadMessages')]).toEqual(['hidden', 2]);
  zE('webWidget', 'show');
  expect(display()).toBe('launcher');
  expect(heard).toEqual([
    ['messenger:on', 'open'],
    ['webWidget:on', 'open'],
    ['messenger:on', 'close'],
    ['webWidget:on', 'close'],
    ['messenger:on', 'unreadMessages', 2],
    ['webWidget:on', 'chat:unreadMessages', 2],
  ]);
  end();
});

test('the methods of the oldest snippets work, what is unknown warns once, and the end leaves nothing', () => {
  const { zE, calls, warn, page, end } = start();
  zE.activate?.({ hideOnClose: true });
  zE.hide?.();
  zE.setLocale?.('nl');
  expect(calls).toEqual([['open'], ['hide'], ['setLocale', 'nl']]);
  for (const call of [['messenger', 'nope'], ['messenger', 'nope'], ['nope'], ['webWidget', 'identify']]) zE(...call);
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    "Handrail: zE('messenger', 'nope') is not known.",
    "Handrail: zE('nope', 'undefined') is not known.",
    expect.stringMatching(/zE\('webWidget', 'identify'\) failed. TypeError/),
  ]);
  end();
  expect('zE' in page).toBe(false);
  zE('messenger', 'open');
  expect(calls).toHaveLength(3);
});
