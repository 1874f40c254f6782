import { expect, test, vi } from 'vitest';
import { fakeWidget } from '../../test/fakeWidget.js';
import { readCalls, readMovingPage } from '../../test/movingPage.js';
import { createShim } from '../shim.js';
import { installIntercom } from './installIntercom.js';
import { intercomCalls } from './intercomCalls.js';

type Page = Record<string, unknown> & { Intercom: (...call: unknown[]) => unknown };

const noop = () => {};
const getToken = async () => 'token';

function start(page: Record<string, unknown> = {}, options: { getToken?: typeof getToken } = {}) {
  const fake = fakeWidget();
  const warn = vi.fn();
  const end = installIntercom(fake.widget, { window: Object.assign(page, { document }), warn, ...options });
  return { ...fake, warn, end, page: page as Page, Intercom: (...call: unknown[]) => (page as Page).Intercom(...call) };
}

/** Every call of Intercom's documentation: what the widget is told, and what the page is warned of. */
const DOCUMENTED: [call: unknown[], told: unknown[][], warned?: RegExp][] = [
  [['boot', { app_id: 'a' }], []],
  [['boot', { hide_default_launcher: true }], [['hide']]],
  [['boot', { alignment: 'left' }], [['update', { launcher: { side: 'start' } }]]],
  [['update', { alignment: 'right' }], [['update', { launcher: { side: 'end' } }]]],
  [
    ['update', { horizontal_padding: 40, vertical_padding: 60 }],
    [['update', { launcher: { offset: { x: 40, y: 60 } } }]],
  ],
  [['update', { vertical_padding: '60' }], [['update', { launcher: { offset: { x: 20, y: 60 } } }]]],
  [['update', { z_index: 7 }], [['update', { launcher: { zIndex: 7 } }]]],
  [['ready', noop], []],
  [['shutdown'], [['logout'], ['hide']]],
  [['update'], []],
  [['update', { language_override: 'de' }], [['setLocale', 'de']]],
  [['update', { theme_mode: 'system' }], [['setTheme', 'auto']]],
  [['update', { plan: 'gold' }], [['setAttributes', { plan: 'gold' }]]],
  [['update', { user_id: 7 }], [['setAttributes', { id: '7' }]], /no `getToken`/],
  [['update', { company: { id: 1 } }], [], /not passed on.*: company\./],
  [['reattach_activator'], []],
  [['show'], [['open']]],
  [['hide'], [['close']]],
  [['showSpace', 'home'], [['open', 'home']]],
  [['showSpace', 'messages'], [['open', 'chat']]],
  [['showSpace', 'help'], [['open', 'help']]],
  [['showSpace', 'tasks'], [['open', 'home']], /no space "tasks"/],
  [['showMessages'], [['open', 'chat']]],
  [['showNewMessage'], [['newConversation', {}]]],
  [['showNewMessage', 'Hello'], [['newConversation', { text: 'Hello' }]]],
  [['startConversation', 'Hello'], [['newConversation', { text: 'Hello' }]]],
  [['showArticle', 123456], [['openArticle', '123456']]],
  [['showConversation', 1], [['open', 'chat']], /conversations of Intercom/],
  [['showTicket', 1], [['open', 'chat']], /tickets of Intercom/],
  [['onUserEmailSupplied', noop], []],
  [['onShow', noop], []],
  [['onHide', noop], []],
  [['onUnreadCountChange', noop], []],
  [['hideNotifications', true], [], /does nothing/],
  [['trackEvent', 'order', { id: 1, price: { amount: 2 } }], [['track', 'order', { id: 1, price: '{"amount":2}' }]]],
  [['trackEvent', 'order'], [['track', 'order', {}]]],
  [['getVisitorId'], [], /does nothing/],
  [['showNews', 1], [], /does nothing/],
  [['startTour', 1], [], /does nothing/],
  [['startSurvey', 1], [], /does nothing/],
  [['startChecklist', 1], [], /does nothing/],
];

test.each(DOCUMENTED)('%j', (call, told, warned) => {
  const { Intercom, calls, warn, end } = start();
  Intercom(...call);
  Intercom(...call);
  const once = calls.slice(0, told.length);
  expect(once).toEqual(told);
  if (warned) expect(warn.mock.calls).toEqual([[expect.stringMatching(warned)]]);
  else expect(warn).not.toHaveBeenCalled();
  end();
});

test('every documented call is in the table, and the page says of each what happens', () => {
  const calls = intercomCalls(createShim(fakeWidget().widget, { window: {} }));
  expect(new Set(DOCUMENTED.map(([[name]]) => name))).toEqual(new Set(Object.keys(calls)));
  const nameOf = (code: string) => /^Intercom\('(\w+)'/.exec(code)?.[1] ?? null;
  expect(readMovingPage('intercom.md', nameOf)).toEqual(readCalls(calls));
});

test('boots with the settings of the page, then makes the calls its snippet queued', () => {
  const queue: unknown[] = [];
  const early = Object.assign((...call: unknown[]) => void queue.push(call), { q: queue });
  early('showArticle', 7);
  early('show');
  const { calls, end } = start({ Intercom: early, intercomSettings: { app_id: 'a', language_override: 'fr' } });
  expect(calls).toEqual([['setLocale', 'fr'], ['openArticle', '7'], ['open']]);
  end();
});

test('says who the customer is, once, with what the page knows; without a token as not verified', () => {
  const settings = { app_id: 'a', user_id: 7, email: 'ana@mail.example', plan: 'gold', user_hash: 'f00' };
  const { Intercom, calls, end } = start({ intercomSettings: settings }, { getToken });
  const ana = { id: '7', email: 'ana@mail.example', plan: 'gold' };
  expect(calls).toEqual([['identify', ana, { getToken }]]);
  Intercom('update');
  Intercom('boot', settings);
  expect(calls).toHaveLength(1);
  Intercom('update', { plan: 'silver' });
  expect(calls[1]).toEqual(['identify', { ...ana, plan: 'silver' }, { getToken }]);
  Intercom('shutdown');
  Intercom('boot', settings);
  expect(calls.slice(2)).toEqual([['logout'], ['hide'], ['show'], ['identify', ana, { getToken }]]);
  end();

  const without = start({ intercomSettings: settings });
  without.Intercom('update', { plan: 'silver' });
  expect(without.calls).toEqual([
    ['setAttributes', ana],
    ['prefill', { email: 'ana@mail.example' }],
    ['setAttributes', { plan: 'silver' }],
  ]);
  expect(without.warn.mock.calls).toEqual([[expect.stringMatching(/no `getToken`/)]]);
  without.end();
});

test('ready comes after boot, and an e-mail that was given is told', () => {
  const { Intercom, emit, end } = start();
  const ready = vi.fn();
  const supplied = vi.fn();
  Intercom('ready', ready);
  expect(ready).not.toHaveBeenCalled();
  Intercom('boot', {});
  expect(ready).toHaveBeenCalledTimes(1);
  Intercom('ready', ready);
  expect(ready).toHaveBeenCalledTimes(2);
  Intercom('onUserEmailSupplied', supplied);
  emit('form:submitted', { conversation: 'c', contact: { email: 'ana@mail.example', text: 'Hi' } });
  expect(supplied).toHaveBeenCalledTimes(1);
  end();
  emit('form:submitted', { conversation: 'c', contact: { email: 'ana@mail.example', text: 'Hi' } });
  expect(supplied).toHaveBeenCalledTimes(1);
});

test('hears the panel open and close, and the number of unread messages', () => {
  const { Intercom, emit, end } = start();
  const heard: unknown[] = [];
  Intercom('onShow', (...told: unknown[]) => heard.push(['show', ...told]));
  Intercom('onHide', (...told: unknown[]) => heard.push(['hide', ...told]));
  Intercom('onUnreadCountChange', (...told: unknown[]) => heard.push(['unread', ...told]));
  emit('open', { view: 'home' });
  emit('close', { view: 'home' });
  for (const count of [2, 0]) emit('unread', { count });
  expect(heard).toEqual([['show'], ['hide'], ['unread', 2], ['unread', 0]]);
  end();
});

test('a custom launcher opens the panel, also one that is added later', () => {
  const { calls, end } = start({ intercomSettings: { custom_launcher_selector: '.help' } });
  document.body.innerHTML = '<a class="help"><b>Help</b></a><i></i>';
  document.querySelector('b')?.click();
  document.querySelector('i')?.click();
  expect(calls).toEqual([['open']]);
  end();
  document.querySelector('b')?.click();
  expect(calls).toHaveLength(1);
});

test('what is unknown or wrong warns once and never throws', () => {
  const { Intercom, warn, end } = start();
  for (const name of ['nope', 'nope', 'constructor', '__proto__']) Intercom(name);
  Intercom();
  Intercom('ready', 'no function');
  Intercom('boot', {});
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    "Handrail: Intercom('nope') is not known.",
    "Handrail: Intercom('constructor') is not known.",
    "Handrail: Intercom('__proto__') is not known.",
    "Handrail: Intercom('undefined') is not known.",
    expect.stringMatching(/Intercom\('boot'\) failed. TypeError/),
  ]);
  end();
});

test('at the end the globals are as found, and calls do nothing', () => {
  const early = Object.assign(noop, { q: [] });
  const { page, calls, end } = start({ Intercom: early });
  const kept = page.Intercom;
  end();
  expect(page.Intercom).toBe(early);
  kept('show');
  expect(calls).toEqual([]);
  const empty = start();
  empty.end();
  expect('Intercom' in empty.page).toBe(false);
});
