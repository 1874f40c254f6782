import type { BodyOf, EventKind, LogEvent, Send } from '@handrail/protocol';
import { aConversation, anEvent, aStory, countedIds, NOON, SENDERS } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import type { Unsent } from './outbox.js';
import { type BotTurn, emptyThread, type Thread } from './thread.js';
import { timeline } from './timeline.js';

const newId = countedIds();
const id = newId();
const [one, two, three] = [newId(), newId(), newId()] as [string, string, string];
const turn = (turnId: string, by: BotTurn['by'], text: string): BotTurn => ({ id: turnId, by, text, at: NOON });
const thread = (more: Partial<Thread>): Thread => ({ ...emptyThread(id, NOON), ...more });
const unsent = <K extends EventKind>(kind: K, body: BodyOf<K>, more: Partial<Unsent> = {}, frame = {}): Unsent => ({
  frame: { t: 'send', id: three, conversation: id, kind, body, ...frame } as Send,
  at: NOON,
  ...more,
});
const brief = (items: ReturnType<typeof timeline>) =>
  items.map(item => (item.kind === 'notice' ? `(${item.notice})` : `${item.from}: ${item.text} [${item.state}]`));
const owner = (seq: number, body: BodyOf<'owner'>, sender = SENDERS.system as LogEvent['sender']) =>
  anEvent(id, seq, 'owner', body, { sender });

test('the part of the bot in the page, then the log, then what waits', () => {
  const events = [
    anEvent(id, 1, 'started', { story: aStory() }),
    anEvent(id, 2, 'message', { text: 'hello' }, { sender: SENDERS.agent }),
  ];
  const items = timeline(
    thread({
      turns: [turn(one, 'visitor', 'late?'), turn(two, 'bot', 'three days')],
      events,
      record: aConversation(id),
    }),
    [unsent('message', { text: 'and now?' }), unsent('message', { text: 'elsewhere' }, {}, { conversation: two })],
    true,
  );
  expect(brief(items)).toEqual([
    'visitor: late? [sent]',
    'bot: three days [sent]',
    'agent: hello [sent]',
    'visitor: and now? [sending]',
  ]);
  expect(items[2]).toMatchObject({ name: 'Mara', seq: 2 });
});

test('what the server says by its clock', () => {
  const line = (seq: number, body: BodyOf<'notice'>) =>
    ({ ...anEvent(id, seq, 'reopened', {}, { sender: SENDERS.system }), kind: 'notice', body }) as LogEvent;
  const events = [
    line(1, { notice: 'long_wait' }),
    line(2, { notice: 'still_with_you', name: 'Mara' }),
    owner(3, { owner: 'queue', reason: 'agent_gone' }),
  ];
  const items = timeline(thread({ start: 0, events, record: aConversation(id) }), [], true);
  expect(brief(items)).toEqual(['(long_wait)', '(still_with_you)', '(agent_gone)']);
  expect(items[1]).toMatchObject({ name: 'Mara' });
});

test('every notice', () => {
  const body = { text: 'call her', tree: [{ t: 'p' as const, c: ['call her'] }] };
  const contact = { email: 'a@b.co', text: 'please' };
  const events = [
    anEvent(id, 1, 'started', { story: aStory() }),
    owner(2, { owner: 'queue', reason: 'asked' }),
    owner(3, { owner: 'bot', reason: 'stopped_waiting' }),
    anEvent(id, 4, 'form', { contact }),
    owner(5, { owner: 'queue', reason: 'left_message' }),
    owner(6, { owner: 'human', reason: 'accepted', agent: { id: 'a1', name: 'Mara' } } as BodyOf<'owner'>),
    anEvent(id, 7, 'note', body as BodyOf<'note'>, { sender: SENDERS.agent }),
    { ...anEvent(id, 8, 'reopened', {}), kind: 'hidden', body: {} } as LogEvent,
    owner(9, { owner: 'bot', reason: 'returned' }, SENDERS.agent),
    anEvent(id, 10, 'survey', { survey: 'csat', score: 5 }),
    anEvent(id, 11, 'closed', { reason: 'solved' }),
    anEvent(id, 12, 'reopened', {}),
  ];
  const items = timeline(thread({ events, record: aConversation(id) }), [], true);
  expect(brief(items)).toEqual(
    ['queued', 'left_queue', 'left_message', 'joined', 'note', 'returned', 'closed', 'reopened'].map(one => `(${one})`),
  );
  expect(items[2]).toMatchObject({ contact });
  expect(items[3]).toMatchObject({ name: 'Mara' });
  expect(items[4]).toMatchObject(body);
});

test.each([
  [0, 0, 'sent'],
  [1, 0, 'sent'],
  [2, 1, 'delivered'],
  [2, 2, 'read'],
  [9, 5, 'read'],
])('a message at 2, delivered %i, read %i: %s', (delivered, read, state) => {
  const marks = { visitor: { delivered: 0, read: 0 }, agent: { delivered, read } };
  const events = [anEvent(id, 1, 'started', { story: aStory() }), anEvent(id, 2, 'message', { text: 'a' })];
  expect(brief(timeline(thread({ events, record: aConversation(id, { marks }) }), [], true))).toEqual([
    `visitor: a [${state}]`,
  ]);
});

test('what waits: offline, on its way, refused with the reason', () => {
  const refused = { code: 'forbidden', message: 'no' };
  const state = (entry: Unsent, online: boolean) => timeline(thread({}), [entry], online)[0];
  expect(state(unsent('message', { text: 'a' }), false)).toMatchObject({ state: 'waiting' });
  expect(state(unsent('message', { text: 'a' }), true)).toMatchObject({ state: 'sending' });
  expect(state(unsent('message', { text: 'a' }, { refused }), true)).toMatchObject({
    state: 'refused',
    error: refused,
  });
  expect(state(unsent('message', { text: 'a' }, {}, { as: 'bot' }), true)).toMatchObject({ from: 'bot' });
  const form = unsent('form', { contact: { email: 'a@b.co', text: 'x' } });
  expect(state(form, true)).toMatchObject({ notice: 'left_message', waiting: true });
  expect(state({ ...form, refused }, true)).toMatchObject({ error: refused });
  expect(state(unsent('closed', { reason: 'left' }), true)).toBeUndefined();
});

test('behind a refused opening everything counts as refused', () => {
  const refused = { code: 'forbidden', message: 'no' };
  const opening = unsent('started', { story: aStory() }, { refused }, { id: one });
  const items = timeline(thread({}), [opening, unsent('message', { text: 'a' })], true);
  expect(items).toMatchObject([{ state: 'refused', error: refused, text: 'a' }]);
});

test('what is in the log already is shown once, though its acknowledgement is missing', () => {
  const events = [anEvent(id, 1, 'message', { text: 'a' }, { id: three })];
  const items = timeline(thread({ events, record: aConversation(id) }), [unsent('message', { text: 'a' })], true);
  expect(brief(items)).toEqual(['visitor: a [sent]']);
});

test('a turn that is in the log stands there once, with what only the page has', () => {
  const tree = [{ t: 'p' as const, c: ['rich'] }];
  const turns = [turn(one, 'visitor', 'q'), { ...turn(two, 'bot', 'plain'), tree, offer: true }];
  const events = [anEvent(id, 1, 'message', { text: 'plain' }, { id: two, sender: SENDERS.bot })];
  const items = timeline(thread({ turns, events }), [], true);
  expect(brief(items)).toEqual(['visitor: q [sent]', 'bot: plain [sent]']);
  expect(items[1]).toMatchObject({ tree, offer: true, seq: 1 });
});

const transcript = [
  { id: one, by: 'visitor' as const, text: 'late?', at: NOON },
  {
    id: two,
    by: 'bot' as const,
    text: 'three days',
    at: NOON,
    source: { article: 's', title: 'Shipping' },
    missed: true,
  },
];

test('the transcript is told from the log when the page has lost it, also after new turns', () => {
  const events = [anEvent(id, 1, 'started', { story: aStory({ transcript }) })];
  const lost = timeline(thread({ events }), [], true);
  expect(brief(lost)).toEqual(['visitor: late? [sent]', 'bot: three days [sent]']);
  expect(lost[1]).toMatchObject({ answer: { article: 's', title: 'Shipping', quote: [] }, missed: true });
  const later = [...events, anEvent(id, 2, 'message', { text: 'more' }, { id: three })];
  expect(brief(timeline(thread({ events: later, turns: [turn(three, 'visitor', 'more')] }), [], true))).toEqual([
    'visitor: late? [sent]',
    'bot: three days [sent]',
    'visitor: more [sent]',
  ]);
  const known = [turn(one, 'visitor', 'late?'), turn(two, 'bot', 'three days')];
  expect(timeline(thread({ events, turns: known }), [], true)).toHaveLength(2);
});

test('the newest vote counts, on messages of the log and on turns before it', () => {
  const events = [
    anEvent(id, 1, 'started', { story: aStory({ transcript }) }),
    anEvent(id, 2, 'message', { text: 'a' }, { id: three, sender: SENDERS.bot }),
    anEvent(id, 3, 'vote', { message: three, vote: 'no' }),
    anEvent(id, 4, 'vote', { message: three, vote: 'yes' }),
    anEvent(id, 5, 'vote', { message: two, vote: 'no' }),
  ];
  const votes = timeline(thread({ events }), [], true).map(item => (item.kind === 'message' ? item.vote : null));
  expect(votes).toEqual([undefined, 'no', 'yes']);
});

test('events of a conversation whose opening waits to be acknowledged change nothing on screen', () => {
  const turns = [turn(one, 'visitor', 'late?'), turn(two, 'bot', 'three days')];
  const opening = unsent('started', { story: aStory({ transcript }) });
  const before = timeline(thread({ turns }), [opening], true);
  const events = [anEvent(id, 1, 'started', { story: aStory({ transcript }) }, { id: three })];
  expect(timeline(thread({ turns, events, record: aConversation(id) }), [opening], true)).toEqual(before);
});
