import type { ClientFrame, Send } from '@handrail/protocol';
import { aStory, countedIds, manualClock } from '@handrail/test-kit';
import { beforeEach, expect, test } from 'vitest';
import { createOutbox, type Outbox } from './outbox.js';
import { memoryStorage } from './storage/memory.js';
import type { Storage } from './storage/storage.js';

const newId = countedIds();
const [a, b] = [newId(), newId()] as [string, string];
const KEY = 'outbox';
let storage = memoryStorage();
let clock = manualClock();
let sent: string[] = [];
let online = true;
let unacked = 32;

const message = (conversation: string, text: string): Send => ({
  t: 'send',
  id: newId(),
  conversation,
  kind: 'message',
  body: { text },
});
const opening = (conversation: string): Send => ({
  t: 'send',
  id: newId(),
  conversation,
  kind: 'started',
  body: { story: aStory() },
});
const nameOf = (frame: ClientFrame) =>
  frame.t === 'send' && frame.kind === 'message' ? frame.body.text : frame.t === 'send' ? frame.kind : frame.t;

function outboxOn(kept = storage): Outbox {
  return createOutbox({
    storage: kept,
    key: KEY,
    now: clock.now,
    send: frame => {
      if (online) sent.push(nameOf(frame));
      return online;
    },
    later: clock.setTimeout,
    unacked: () => unacked,
  });
}

const ack = (outbox: Outbox, { id, conversation }: Send, seq = 1) =>
  outbox.onAck({ t: 'ack', id, conversation, seq, at: 5 });
const nack = (outbox: Outbox, { id, conversation }: Send, code: 'busy' | 'forbidden', retryAfter?: number) =>
  outbox.onNack({
    t: 'nack',
    id,
    conversation,
    code,
    message: code,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });

beforeEach(() => {
  storage = memoryStorage();
  clock = manualClock();
  sent = [];
  online = true;
  unacked = 32;
});

test('stores before it sends, resolves with the place, and forgets', async () => {
  const outbox = outboxOn();
  online = false;
  const one = message(a, 'one');
  const done = outbox.put(one);
  expect(JSON.parse(storage.get(`${KEY}:${one.id}`) ?? '')).toEqual({ frame: one, at: clock.now() });
  online = true;
  outbox.flush();
  ack(outbox, one, 7);
  expect(await done).toEqual({ seq: 7, at: 5 });
  expect([outbox.$unsent.get(), storage.keys(KEY)]).toEqual([[], []]);
});

test('an acknowledgement that comes twice changes nothing', async () => {
  const outbox = outboxOn();
  const one = message(a, 'one');
  const done = outbox.put(one);
  ack(outbox, one, 7);
  ack(outbox, one, 7);
  nack(outbox, one, 'forbidden');
  expect(await done).toEqual({ seq: 7, at: 5 });
  expect(outbox.$unsent.get()).toEqual([]);
});

test('survives the page, in order', () => {
  online = false;
  const before = outboxOn();
  for (const text of ['one', 'two']) void before.put(message(a, text));
  online = true;
  const after = outboxOn();
  expect(after.$unsent.get().map(entry => nameOf(entry.frame))).toEqual(['one', 'two']);
  after.flush();
  expect(sent).toEqual(['one']);
});

test.each(['', 'x', '{}', 'null', '1', '{"frame":{"t":"send"}}', '{"frame":{"t":"ping"},"at":1}'])(
  'damaged storage is passed over: %s',
  text => {
    storage.set(`${KEY}:damaged`, text);
    const outbox = outboxOn();
    expect(outbox.$unsent.get()).toEqual([]);
    void outbox.put(message(a, 'one'));
    expect(sent).toEqual(['one']);
  },
);

test('what another tab keeps is neither sent nor lost', () => {
  const [mine, theirs] = [outboxOn(), outboxOn()];
  online = false;
  const one = message(a, 'one');
  const two = message(b, 'two');
  void mine.put(one);
  void theirs.put(two);
  expect(outboxOn().$unsent.get()).toHaveLength(2);
  ack(mine, one);
  expect(
    outboxOn()
      .$unsent.get()
      .map(entry => nameOf(entry.frame)),
  ).toEqual(['two']);
});

/** A storage as two processes of a browser see it: neither sees what the other writes until `meet`. */
function twoViews() {
  const kept = memoryStorage();
  const open = () => {
    const written = new Map<string, string | null>();
    const view: Storage = {
      get: key => (written.has(key) ? (written.get(key) ?? null) : kept.get(key)),
      set: (key, value) => written.set(key, value).size > 0,
      remove: key => void written.set(key, null),
      keys: prefix => {
        const all = new Set([...kept.keys(prefix), ...[...written.keys()].filter(key => key.startsWith(prefix))]);
        return [...all].filter(key => view.get(key) !== null);
      },
    };
    const meet = () => {
      for (const [key, value] of written) value === null ? kept.remove(key) : kept.set(key, value);
      written.clear();
    };
    return { view, meet };
  };
  return { kept, views: [open(), open()] as const };
}

test('what two processes write in the same moment is kept of both, and what one is done with is gone', () => {
  const { kept, views } = twoViews();
  const [one, two] = views.map(({ view }) => outboxOn(view)) as [Outbox, Outbox];
  const meet = () => {
    for (const view of views) view.meet();
  };
  const names = () =>
    outboxOn(kept)
      .$unsent.get()
      .map(entry => nameOf(entry.frame));
  online = false;
  const first = message(a, 'first');
  void one.put(first);
  void two.put(message(b, 'second'));
  meet();
  expect(names()).toEqual(['first', 'second']);
  ack(one, first);
  void two.put(message(b, 'third'));
  meet();
  expect(names()).toEqual(['second', 'third']);
});

test('one of a conversation at a time, conversations side by side, up to the limit', () => {
  const outbox = outboxOn();
  const [one, other] = [message(a, 'a1'), message(b, 'b1')];
  for (const frame of [one, message(a, 'a2'), other, message(b, 'b2')]) void outbox.put(frame);
  expect(sent).toEqual(['a1', 'b1']);
  ack(outbox, other);
  ack(outbox, one);
  expect(sent).toEqual(['a1', 'b1', 'b2', 'a2']);
  unacked = 2;
  const third = newId();
  void outbox.put(message(third, 'c1'));
  expect(sent).toHaveLength(4);
});

test('a refusal that may pass is tried again after a growing wait, and nothing overtakes it', async () => {
  const outbox = outboxOn();
  const one = message(a, 'one');
  void outbox.put(one);
  void outbox.put(message(a, 'two'));
  nack(outbox, one, 'busy');
  void outbox.put(message(b, 'other'));
  expect(sent).toEqual(['one']);
  await clock.advance(1_999);
  expect(sent).toEqual(['one']);
  await clock.advance(1);
  expect(sent).toEqual(['one', 'one', 'other']);
  nack(outbox, one, 'busy');
  await clock.advance(3_999);
  expect(sent).toHaveLength(3);
  await clock.advance(1);
  nack(outbox, one, 'busy', 60);
  await clock.advance(59_000);
  expect(sent).toHaveLength(4);
  await clock.advance(1_000);
  ack(outbox, one);
  expect(sent.slice(3)).toEqual(['one', 'one', 'two']);
});

test('a new connection does not wait out the pause, and its old timer does nothing', async () => {
  const outbox = outboxOn();
  const one = message(a, 'one');
  void outbox.put(one);
  nack(outbox, one, 'busy', 20);
  outbox.flush();
  expect(sent).toEqual(['one', 'one']);
  await clock.advance(20_000);
  expect(sent).toEqual(['one', 'one']);
});

test('a refusal for good rejects, stays with its reason, and lets the next go', async () => {
  const outbox = outboxOn();
  const one = message(a, 'one');
  const done = outbox.put(one);
  void outbox.put(message(a, 'two'));
  nack(outbox, one, 'forbidden');
  await expect(done).rejects.toMatchObject({ code: 'forbidden' });
  expect(outbox.$unsent.get()[0]).toMatchObject({ frame: one, refused: { code: 'forbidden' } });
  expect(outboxOn().$unsent.get()[0]?.refused?.code).toBe('forbidden');
  expect(sent).toEqual(['one', 'two']);
  outbox.flush();
  expect(sent).toEqual(['one', 'two', 'two']);
});

test('retry sends it again under its own id, discard forgets it', async () => {
  const outbox = outboxOn();
  const one = message(a, 'one');
  void outbox.put(one);
  nack(outbox, one, 'forbidden');
  outbox.retry(one.id);
  expect([sent, outbox.$unsent.get()[0]?.refused]).toEqual([['one', 'one'], undefined]);
  ack(outbox, one);
  online = false;
  const two = message(a, 'two');
  const done = outbox.put(two);
  outbox.discard(two.id);
  await expect(done).rejects.toMatchObject({ code: 'destroyed' });
  expect(storage.keys(KEY)).toEqual([]);
});

test('behind a refused opening everything waits; a retry of any of it opens first', () => {
  const outbox = outboxOn();
  const start = opening(a);
  const one = message(a, 'one');
  void outbox.put(start);
  void outbox.put(one);
  nack(outbox, start, 'forbidden');
  void outbox.put(message(b, 'other'));
  expect(sent).toEqual(['started', 'other']);
  outbox.retry(one.id);
  expect(sent).toEqual(['started', 'other', 'started']);
  ack(outbox, start);
  expect(sent.at(-1)).toBe('one');
});

test('a conversation opened anew takes the place of the refused opening', () => {
  const outbox = outboxOn();
  const start = opening(a);
  void outbox.put(start);
  void outbox.put(message(a, 'one'));
  nack(outbox, start, 'forbidden');
  const again = opening(a);
  void outbox.put(again);
  for (const page of [outbox, outboxOn()])
    expect(page.$unsent.get().map(entry => nameOf(entry.frame))).toEqual(['started', 'one']);
  ack(outbox, again);
  expect(sent).toEqual(['started', 'started', 'one']);
});

test('clear forgets everything, here and in storage', async () => {
  const outbox = outboxOn();
  const done = outbox.put(message(a, 'one'));
  outbox.clear();
  await expect(done).rejects.toMatchObject({ code: 'destroyed' });
  expect([outbox.$unsent.get(), storage.keys(KEY)]).toEqual([[], []]);
});
