import type { Static } from 'typebox';
import { expect, expectTypeOf, test } from 'vitest';
import { explain } from '../explain.js';
import type { Send } from '../frames/client.js';
import { BODIES, type BodyOf, type EventKind, type LogEvent, LogEventSchema, type StoredBody } from './event.js';

const id = '018bcfe5-6800-7000-8000-000000000001';
const base = { id, conversation: id, seq: 1, at: 1, sender: { kind: 'agent', id: 'a1', name: 'Mara' } } as const;

test('types and schemas say the same', () => {
  expectTypeOf<LogEvent['kind']>().toEqualTypeOf<EventKind | 'notice' | 'identified' | 'hidden'>();
  expectTypeOf<Static<(typeof BODIES)['message']>>().toEqualTypeOf<BodyOf<'message'>>();
  expectTypeOf<StoredBody<'message'>>().toExtend<BodyOf<'message'>>();
  expectTypeOf<StoredBody<'owner'>['agent']>().toEqualTypeOf<{ id: string; name: string } | undefined>();
  expectTypeOf<StoredBody<'vote'>>().toEqualTypeOf<BodyOf<'vote'>>();
  expectTypeOf<Extract<LogEvent, { kind: 'owner' }>['body']>().toEqualTypeOf<StoredBody<'owner'>>();
  expectTypeOf<(Send & { kind: 'form' })['body']>().toEqualTypeOf<BodyOf<'form'>>();
});

const stored: { [K in EventKind]: StoredBody<K> } = {
  started: {
    story: { page: { url: '', title: '' }, locale: 'en', transcript: [], searches: [], articles: [], attributes: [] },
  },
  message: { text: 'a', tree: [{ t: 'p', c: ['a'] }] },
  note: { text: 'a', tree: [{ t: 'p', c: ['a'] }] },
  owner: { owner: 'human', reason: 'accepted', agent: { id: 'a1', name: 'Mara' } },
  edited: { message: id, text: 'b', tree: [{ t: 'p', c: ['b'] }], messageSeq: 1 },
  deleted: { message: id, messageSeq: 1 },
  vote: { message: id, vote: 'yes' },
  form: { contact: { email: 'a@b.co', text: 'a' } },
  survey: { survey: 'csat', score: 5 },
  context: { attributes: [{ name: 'plan', value: 'gold' }], addTags: ['returns'], events: [{ name: 'paid', at: 1 }] },
  closed: { reason: 'solved' },
  reopened: {},
};

test.each(Object.keys(BODIES) as EventKind[])('a stored %s passes the schema of the log', kind => {
  const event = { ...base, rev: 9, kind, body: stored[kind] } as LogEvent;
  expect(explain(LogEventSchema, event)).toEqual([]);
});

test('a message says when it was edited or deleted, and an edit that was followed by another has no text', () => {
  const all = [
    { kind: 'message', body: { text: 'a', edited: 5 } },
    { kind: 'message', body: { text: '', deleted: 5 } },
    { kind: 'edited', body: { message: id, messageSeq: 1 } },
  ];
  for (const one of all) expect(explain(LogEventSchema, { ...base, ...one })).toEqual([]);
  expect(explain(LogEventSchema, { ...base, kind: 'edited', body: { message: id } })).not.toEqual([]);
});

test('a line of the server passes it too', () => {
  expect(explain(LogEventSchema, { ...base, kind: 'notice', body: { notice: 'long_wait' } })).toEqual([]);
  expect(explain(LogEventSchema, { ...base, kind: 'notice', body: { notice: 'hurry' } })).not.toEqual([]);
});

test('a hidden entry says nothing', () => {
  expect(explain(LogEventSchema, { ...base, kind: 'hidden', body: {} })).toEqual([]);
  expect(explain(LogEventSchema, { ...base, kind: 'hidden', body: { text: 'a' } })).not.toEqual([]);
});
