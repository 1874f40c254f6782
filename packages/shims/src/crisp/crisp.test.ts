import { expect, test, vi } from 'vitest';
import { fakeWidget } from '../../test/fakeWidget.js';
import { readCalls, readMovingPage } from '../../test/movingPage.js';
import { createShim } from '../shim.js';
import { crispCalls } from './crispCalls.js';
import { crispEvents } from './crispEvents.js';
import { installCrisp } from './installCrisp.js';

interface Crisp {
  push(...commands: unknown[]): void;
  get(name: string, key?: string): unknown;
  is(name: string): boolean;
}

const noop = () => {};
const turn = () => new Promise<void>(resolve => queueMicrotask(resolve));

function start(page: Record<string, unknown> = {}, options: { getToken?: () => string } = {}) {
  const fake = fakeWidget();
  const warn = vi.fn();
  const end = installCrisp(fake.widget, { window: page, warn, ...options });
  return { ...fake, warn, end, page, $crisp: page.$crisp as Crisp };
}

/** Every command of Crisp's documentation: what the widget is told, or `null` where the page is warned instead. */
const PUSHED: [command: unknown[], told: unknown[] | null][] = [
  [['do', 'chat:open'], ['open']],
  [['do', 'chat:close'], ['close']],
  [['do', 'chat:toggle'], ['toggle']],
  [['do', 'chat:show'], ['show']],
  [['do', 'chat:hide'], ['hide']],
  [
    ['do', 'helpdesk:search'],
    ['open', 'help'],
  ],
  [
    ['do', 'helpdesk:query', ['tyres']],
    ['search', 'tyres'],
  ],
  [
    ['do', 'helpdesk:article:open', ['en', 'tyres', 'Tyres', 'Care']],
    ['openArticle', 'tyres'],
  ],
  [
    ['do', 'message:send', ['text', 'Hi']],
    ['sendMessage', 'Hi'],
  ],
  [['do', 'session:reset', [true]], ['logout']],
  [['do', 'overlay:open'], null],
  [['do', 'overlay:close'], null],
  [
    ['do', 'message:show', ['text', 'Hi']],
    ['showMessage', { text: 'Hi' }, { force: true }],
  ],
  [['do', 'message:read'], null],
  [['do', 'message:thread:start', ['order']], null],
  [['do', 'message:thread:end'], null],
  [['do', 'trigger:run', ['name']], null],
  [['do', 'bot:scenario:run', ['name']], null],
  [['set', 'user:email', ['ana@mail.example']], []],
  [['set', 'user:nickname', ['Ana']], []],
  [['set', 'user:phone', ['1']], []],
  [['set', 'user:avatar', ['https://a.example']], []],
  [['set', 'user:company', ['Acme']], []],
  [['set', 'session:data', [[['plan', 'gold']]]], []],
  [
    ['set', 'session:segments', [['vip']]],
    ['addTags', ['vip']],
  ],
  [
    ['set', 'session:event', [['order']]],
    ['track', 'order', {}],
  ],
  [
    ['set', 'session:event', [[['paid', { sum: 12 }, 'blue']]]],
    ['track', 'paid', { sum: 12 }],
  ],
  [
    ['set', 'message:text', ['Hi']],
    ['newConversation', { text: 'Hi' }],
  ],
  [
    ['config', 'color:mode', ['dark']],
    ['setTheme', 'dark'],
  ],
  [['config', 'color:theme', ['red']], null],
  [
    ['config', 'position:reverse', [true]],
    ['update', { launcher: { side: 'start' } }],
  ],
  [
    ['config', 'container:index', [1]],
    ['update', { launcher: { zIndex: 1 } }],
  ],
  [['config', 'availability:tooltip', [true]], null],
  [['config', 'hide:vacation', [true]], null],
  [['config', 'hide:on:away', [true]], null],
  [['config', 'hide:on:mobile', [true]], null],
  [['config', 'show:operator:count', [true]], null],
  [['config', 'sound:mute', [true]], null],
  [['on', 'session:loaded', noop], []],
  [['on', 'chat:initiated', noop], []],
  [['on', 'message:sent', noop], []],
  [['on', 'message:received', noop], []],
  [['on', 'user:email:changed', noop], []],
  [['on', 'user:nickname:changed', noop], []],
  [['on', 'website:availability:changed', noop], []],
  [['on', 'helpdesk:queried', noop], []],
  [['on', 'chat:opened', noop], []],
  [['on', 'chat:closed', noop], []],
  [['on', 'message:compose:sent', noop], null],
  [['on', 'message:compose:received', noop], null],
  [['on', 'user:phone:changed', noop], null],
  [['on', 'user:avatar:changed', noop], null],
];

/** Every look-up of Crisp's documentation: the answer before anything happened, `undefined` with a warning. */
const LOOKED_UP: [call: string, answer: unknown][] = [
  ['get user:email', null],
  ['get user:nickname', null],
  ['get user:phone', null],
  ['get user:avatar', null],
  ['get user:company', null],
  ['get session:data', null],
  ['get session:identifier', undefined],
  ['get message:text', undefined],
  ['get chat:unread:count', 0],
  ['is website:available', false],
  ['is chat:opened', false],
  ['is chat:closed', true],
  ['is chat:visible', undefined],
  ['is chat:hidden', undefined],
  ['is chat:small', undefined],
  ['is chat:large', undefined],
  ['is session:ongoing', undefined],
  ['is overlay:opened', undefined],
  ['is overlay:closed', undefined],
];

test.each(PUSHED)('%j', (command, told) => {
  const { $crisp, calls, warn, end } = start();
  $crisp.push(command);
  expect(calls).toEqual(told && told.length > 0 ? [told] : []);
  $crisp.push(command);
  if (told) expect(warn).not.toHaveBeenCalled();
  else expect(warn.mock.calls).toEqual([[expect.stringMatching(/\$crisp\.push\(\['.*does nothing\. [A-Z]/)]]);
  end();
});

test.each(LOOKED_UP)('%s', (call, answer) => {
  const { $crisp, warn, end } = start();
  const [verb, name] = call.split(' ') as ['get' | 'is', string];
  expect($crisp[verb](name)).toBe(verb === 'is' ? (answer ?? false) : answer);
  expect(warn).toHaveBeenCalledTimes(answer === undefined ? 1 : 0);
  end();
});

test('every documented call is in the table, and the page says of each what happens', () => {
  const shim = createShim(fakeWidget().widget, { window: {} });
  const events = Object.entries(crispEvents(shim)).map(([name, entry]) => [`on ${name}`, entry]);
  const calls = { ...crispCalls(shim), ...Object.fromEntries(events) };
  const names = [...PUSHED.map(([[verb, name]]) => `${verb} ${name}`), ...LOOKED_UP.map(([call]) => call)];
  expect(new Set(names)).toEqual(new Set(Object.keys(calls)));
  const nameOf = (code: string) =>
    /^\$crisp\.push\(\['(\w+)', '([\w:]+)'/.exec(code)?.slice(1).join(' ') ??
    /^\$crisp\.(get|is)\('([\w:]+)'/.exec(code)?.slice(1).join(' ') ??
    null;
  expect(readMovingPage('crisp.md', nameOf)).toEqual(readCalls(calls));
});

test('does what was pushed before, in the language of the page, then says it is ready', () => {
  const ready = vi.fn();
  const { calls, end } = start({
    $crisp: [
      ['safe', true],
      ['do', 'chat:open'],
    ],
    CRISP_RUNTIME_CONFIG: { locale: 'fr' },
    CRISP_READY_TRIGGER: ready,
  });
  expect(calls).toEqual([['setLocale', 'fr'], ['open']]);
  expect(ready).toHaveBeenCalledTimes(1);
  end();
});

test('names the customer once for all that was said in one turn, and gives it back', async () => {
  const getToken = () => 'token';
  const { $crisp, calls, end } = start({}, { getToken });
  $crisp.push(['set', 'user:email', 'ana@mail.example'], ['set', 'user:nickname', ['Ana']]);
  $crisp.push(['set', 'session:data', ['plan', 'gold']]);
  $crisp.push([
    'set',
    'session:data',
    [
      [
        ['seats', 3],
        ['trial', false],
      ],
    ],
  ]);
  await turn();
  const ana = { id: 'ana@mail.example', email: 'ana@mail.example', name: 'Ana', plan: 'gold', seats: 3, trial: false };
  expect(calls).toEqual([['identify', ana, { getToken }]]);
  expect([$crisp.get('user:nickname'), $crisp.get('session:data', 'seats')]).toEqual(['Ana', 3]);
  $crisp.push(['do', 'session:reset']);
  await turn();
  expect(calls.slice(1)).toEqual([['logout']]);
  expect($crisp.get('user:email')).toBeNull();
  end();
});

test('without a token, or an e-mail, what was said is told as not verified', async () => {
  const { $crisp, calls, warn, end } = start();
  $crisp.push(['set', 'session:data', ['plan', 'gold']], ['set', 'user:nickname', ['Ana']]);
  await turn();
  expect(calls.splice(0)).toEqual([
    ['setAttributes', { plan: 'gold', name: 'Ana' }],
    ['prefill', { name: 'Ana' }],
  ]);
  expect(warn).not.toHaveBeenCalled();
  $crisp.push(['set', 'user:email', ['ana@mail.example']]);
  await turn();
  expect(calls.splice(0)).toEqual([
    ['setAttributes', { email: 'ana@mail.example', id: 'ana@mail.example' }],
    ['prefill', { email: 'ana@mail.example' }],
  ]);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/no `getToken`/)]]);
  end();
});

test('events come in the words of Crisp, no more after off', () => {
  const { $crisp, emit, end } = start();
  const heard: unknown[] = [];
  for (const event of ['session:loaded', 'message:sent', 'message:received', 'website:availability:changed']) {
    $crisp.push(['on', event, (told: unknown) => heard.push([event, told])]);
  }
  for (const event of ['user:email:changed', 'user:nickname:changed', 'helpdesk:queried']) {
    $crisp.push(['on', event, (told: unknown) => heard.push([event, told])]);
  }
  emit('message:sent', { id: 'm1', conversation: 'c', text: 'Hi' });
  emit('message:received', { id: 'm2', conversation: 'c', text: 'Hello', name: 'Mina' });
  emit('availability', { state: 'online' });
  emit('form:submitted', { conversation: 'c', contact: { email: 'ana@mail.example', text: 'Hi' } });
  emit('search', { query: 'tyres', results: 1, corrected: null });
  expect(heard).toEqual([
    ['session:loaded', undefined],
    ['message:sent', expect.objectContaining({ content: 'Hi', from: 'user', is_me: true, timestamp: 1 })],
    ['message:received', expect.objectContaining({ content: 'Hello', from: 'operator', user: { nickname: 'Mina' } })],
    ['website:availability:changed', true],
    ['user:email:changed', 'ana@mail.example'],
    ['helpdesk:queried', { query: 'tyres' }],
  ]);
  expect($crisp.is('website:available')).toBe(true);
  $crisp.push(['off', 'message:received']);
  emit('message:received', { id: 'm3', conversation: 'c', text: 'Again' });
  expect(heard).toHaveLength(6);
  end();
});

test('says whether the panel is open and what was not read', () => {
  const { $crisp, emit, end } = start();
  const heard: string[] = [];
  for (const name of ['chat:opened', 'chat:closed']) $crisp.push(['on', name, () => heard.push(name)]);
  emit('unread', { count: 2 });
  emit('open', { view: 'home' });
  expect([$crisp.is('chat:opened'), $crisp.is('chat:closed'), $crisp.get('chat:unread:count')]).toEqual([
    true,
    false,
    2,
  ]);
  emit('close', { view: 'home' });
  expect([$crisp.is('chat:opened'), $crisp.is('chat:closed')]).toEqual([false, true]);
  expect(heard).toEqual(['chat:opened', 'chat:closed']);
  end();
});

test('what is unknown or no text warns and never throws; at the end the list is back', () => {
  const list: unknown[] = [];
  const { $crisp, calls, page, warn, end } = start({ $crisp: list });
  $crisp.push(['do', 'nope'], 'nonsense', ['do', 'message:send', ['file', {}]], ['on', 'nope', noop]);
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    "Handrail: $crisp.push(['do', 'nope']) is not known.",
    "Handrail: $crisp.push(['undefined', 'undefined']) is not known.",
    `Handrail: $crisp 'message:send' sends texts only, not "file".`,
    "Handrail: $crisp.push(['on', 'nope']) is not known.",
  ]);
  end();
  expect(page.$crisp).toBe(list);
  $crisp.push(['do', 'chat:open']);
  expect(calls).toEqual([]);
});
