import { expect, test, vi } from 'vitest';
import { fakeWidget } from '../../test/fakeWidget.js';
import { readCalls, readMovingPage } from '../../test/movingPage.js';
import { createShim } from '../shim.js';
import { beaconCalls, beaconEvents } from './beaconCalls.js';
import { installBeacon } from './installBeacon.js';

type Beacon = (...call: unknown[]) => unknown;

const noop = () => {};

function start(page: Record<string, unknown> = {}, options: { getToken?: () => string } = {}) {
  const fake = fakeWidget();
  const warn = vi.fn();
  const end = installBeacon(fake.widget, { window: page, warn, ...options });
  return { ...fake, warn, end, page, Beacon: page.Beacon as Beacon };
}

/** Every call of Help Scout's documentation: what the widget is told, and what the page is warned of. */
const DOCUMENTED: [call: unknown[], told: unknown[], warned?: RegExp][] = [
  [['init', 'beacon-id'], []],
  [['init', { beaconId: 'beacon-id', color: '#fff' }], [], /not read: color/],
  [['destroy'], ['hide']],
  [['open'], ['open']],
  [['close'], ['close']],
  [['toggle'], ['toggle']],
  [
    ['search', 'tyres'],
    ['search', 'tyres'],
  ],
  [
    ['ask-question', 'Which tyres?'],
    ['ask', 'Which tyres?'],
  ],
  [
    ['article', 'abc', { type: 'modal' }],
    ['openArticle', 'abc'],
  ],
  [
    ['navigate', '/'],
    ['open', 'home'],
  ],
  [
    ['navigate', '/answers/'],
    ['open', 'help'],
  ],
  [
    ['navigate', '/docs/search'],
    ['open', 'help'],
  ],
  [
    ['navigate', '/docs/search?query=tyres'],
    ['search', 'tyres'],
  ],
  [
    ['navigate', '/ask/'],
    ['open', 'contact'],
  ],
  [
    ['navigate', '/ask/message/'],
    ['open', 'contact'],
  ],
  [
    ['navigate', '/ask/chat'],
    ['open', 'chat'],
  ],
  [
    ['navigate', '/previous-messages/'],
    ['open', 'chat'],
  ],
  [['navigate', '/new-screen/'], ['open', 'home'], /no screen "\/new-screen\/"/],
  [
    ['identify', { plan: 'gold' }],
    ['setAttributes', { plan: 'gold' }],
  ],
  [['logout', { endActiveChat: true }], ['logout']],
  [['config', { display: { style: 'manual' } }], ['hide']],
  [['config', { mode: 'askFirst', display: { zIndex: 1 } }], [], /not read: mode, zIndex/],
  [['info'], [], /knows only `status.isOpened`/],
  [
    ['suggest', ['a', 'b']],
    ['suggest', ['a', 'b']],
  ],
  [['suggest', ['a', { text: 'b', url: '/b' }]], ['suggest', ['a']], /links are not suggested/],
  [['suggest'], ['suggest', null]],
  [
    ['prefill', { name: 'Ana' }],
    ['prefill', { name: 'Ana' }],
  ],
  [['prefill', { text: 'Hi', fields: [] }], ['prefill', { text: 'Hi' }], /no such field: fields/],
  [['reset'], []],
  [
    ['session-data', { cart: 'full' }],
    ['setAttributes', { cart: 'full' }],
  ],
  [
    ['show-message', 'id', { delay: 2 }],
    ['showMessage', 'id', { delay: 2000, force: false }],
  ],
  [
    ['event', { type: 'page-viewed', url: '/a' }],
    ['page', '/a'],
  ],
  [['on', 'ready', noop], []],
  [['on', 'article-viewed', noop], []],
  [['on', 'search', noop], []],
  [['on', 'email-sent', noop], []],
  [['on', 'chat-started', noop], []],
  [['on', 'chat-ended', noop], []],
  [['on', 'open', noop], []],
  [['on', 'close', noop], []],
  [['on', 'message-triggered', noop], [], /does nothing/],
  [['on', 'message-clicked', noop], [], /does nothing/],
  [['on', 'message-closed', noop], [], /does nothing/],
  [['once', 'search', noop], []],
  [['off', 'search', noop], []],
];

test.each(DOCUMENTED)('%j', (call, told, warned) => {
  const { Beacon, calls, warn, end } = start();
  Beacon(...call);
  expect(calls).toEqual(told.length > 0 ? [told] : []);
  Beacon(...call);
  if (warned) expect(warn.mock.calls).toEqual([[expect.stringMatching(warned)]]);
  else expect(warn).not.toHaveBeenCalled();
  end();
});

test('every documented call is in the table, and the page says of each what happens', () => {
  const shim = createShim(fakeWidget().widget, { window: {} });
  const events = Object.entries(beaconEvents(shim)).map(([name, entry]) => [`on ${name}`, entry]);
  const calls = { ...beaconCalls(shim), ...Object.fromEntries(events), once: noop, off: noop };
  const names = DOCUMENTED.map(([[name, event]]) => (name === 'on' ? `on ${event}` : String(name)));
  expect(new Set(names)).toEqual(new Set(Object.keys(calls)));
  const nameOf = (code: string) => /^Beacon\('(on', '[\w-]+|[\w-]+)'/.exec(code)?.[1]?.replace("', '", ' ') ?? null;
  expect(readMovingPage('helpscout-beacon.md', nameOf)).toEqual(readCalls(calls));
});

test('makes the calls the snippet queued', () => {
  const early = Object.assign(noop, {
    readyQueue: [
      { method: 'init', options: 'beacon-id', data: undefined },
      { method: 'article', options: 'abc', data: { type: 'sidebar' } },
    ],
  });
  const { calls, page, end } = start({ Beacon: early });
  expect(calls).toEqual([['openArticle', 'abc']]);
  end();
  expect(page.Beacon).toBe(early);
});

test('identify passes on what the page knows, without the signature, when there is a token', () => {
  const getToken = () => 'token';
  const { Beacon, calls, end } = start({}, { getToken });
  Beacon('identify', { name: 'Ana', email: 'ana@mail.example', plan: 'gold', signature: 'f00' });
  const ana = { id: 'ana@mail.example', name: 'Ana', email: 'ana@mail.example', plan: 'gold' };
  expect(calls).toEqual([['identify', ana, { getToken }]]);
  end();
});

test('without a token the customer is told as not verified, and the form is filled in until reset or logout', () => {
  const { Beacon, calls, warn, end } = start();
  Beacon('identify', { email: 'ana@mail.example', signature: 'f00' });
  Beacon('prefill', { subject: 'Tyres', text: 'Which ones?' });
  Beacon('reset');
  Beacon('logout');
  expect(calls).toEqual([
    ['setAttributes', { id: 'ana@mail.example', email: 'ana@mail.example' }],
    ['prefill', { email: 'ana@mail.example' }],
    ['prefill', { text: 'Tyres\nWhich ones?' }],
    ['prefill', { text: '' }],
    ['setAttributes', { id: null, email: null }],
    ['prefill', { email: '' }],
    ['logout'],
  ]);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/no `getToken`/)]]);
  end();
});

test('events come in the words of Beacon, once with once, no more after off', () => {
  const { Beacon, emit, end } = start();
  const viewed = vi.fn();
  const searched = vi.fn();
  const ready = vi.fn();
  Beacon('on', 'ready', ready);
  Beacon('on', 'article-viewed', viewed);
  Beacon('once', 'search', searched);
  for (const query of ['tyres', 'brakes']) emit('search', { query, results: 1, corrected: null });
  emit('article:view', { id: 'tyres', section: null });
  Beacon('off', 'article-viewed', noop);
  emit('article:view', { id: 'brakes', section: null });
  Beacon('off', 'article-viewed');
  emit('article:view', { id: 'lights', section: null });
  expect(ready).toHaveBeenCalledTimes(1);
  expect(searched.mock.calls).toEqual([[{ query: 'tyres' }]]);
  expect(viewed.mock.calls).toEqual([[{ id: 'tyres' }], [{ id: 'brakes' }]]);
  end();
});

test('info answers with something pages can look into', () => {
  const { Beacon, emit, end } = start();
  expect(Beacon('info')).toEqual({ status: { isOpened: false }, visitor: {} });
  emit('open', { view: 'home' });
  expect(Beacon('info')).toEqual({ status: { isOpened: true }, visitor: {} });
  end();
});

test('hears the panel open and close, until off', () => {
  const { Beacon, emit, end } = start();
  const heard: string[] = [];
  for (const name of ['open', 'close']) Beacon('on', name, () => heard.push(name));
  emit('open', { view: 'home' });
  emit('close', { view: 'home' });
  Beacon('off', 'open');
  emit('open', { view: 'home' });
  expect(heard).toEqual(['open', 'close']);
  end();
});

test('destroy hides and init shows again; at the end there is no Beacon', () => {
  const { Beacon, calls, page, warn, end } = start();
  for (const name of ['destroy', 'destroy', 'init', 'init']) Beacon(name);
  expect(calls).toEqual([['hide'], ['show']]);
  Beacon('nope');
  Beacon('navigate');
  expect(warn.mock.calls[0]).toEqual(["Handrail: Beacon('nope') is not known."]);
  end();
  expect('Beacon' in page).toBe(false);
  Beacon('open');
  expect(calls.filter(([name]) => name === 'open')).toHaveLength(1);
});
