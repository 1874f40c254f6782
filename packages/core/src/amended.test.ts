import type { LogEvent } from '@handrail/protocol';
import { aLog, anEvent, countedIds } from '@handrail/test-kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amended } from './amended.js';
import { applyEvent } from './applyEvent.js';
import { emptyThread, type Thread } from './thread.js';

const id = countedIds()();
const files = [countedIds()()];
const first = anEvent(id, 1, 'message', { text: 'Tusday', files });
const other = anEvent(id, 2, 'message', { text: 'else' });
const edit = (seq: number, text?: string) =>
  anEvent(id, seq, 'edited', { message: first.id, messageSeq: 1, ...(text ? { text } : {}) } as never, { at: seq });
const deletion = (seq: number) =>
  anEvent(id, seq, 'deleted', { message: first.id, messageSeq: 1 } as never, { at: seq });

const apply = (events: readonly LogEvent[]) =>
  events.reduce<Thread>((thread, event) => applyEvent(thread, event).thread, emptyThread(id, 0));
const texts = (events: readonly LogEvent[]) =>
  events.flatMap(event => (event.kind === 'message' ? [event.body.text] : []));

test('an edit changes the message it names and nothing else', () => {
  const { events } = apply([first, other, edit(3, 'Tuesday')]);
  expect(texts(events)).toEqual(['Tuesday', 'else']);
  expect(events[0]?.body).toMatchObject({ edited: 3, files });
  expect(events[1]).toBe(other);
});

test('of a deleted message no text is left, neither its own nor that of its edits', () => {
  const { events } = apply([first, other, edit(3, 'Tuesday'), edit(4, 'Wednesday'), deletion(5)]);
  expect(events[0]?.body).toEqual({ text: '', deleted: 5 });
  expect(JSON.stringify(events)).not.toMatch(/Tusday|Tuesday|Wednesday/);
  expect(events.map(event => event.seq)).toEqual([1, 2, 3, 4, 5]);
});

test('an edit of which only the place is left changes nothing: what followed it tells', () => {
  expect(texts(apply([first, other, edit(3)]).events)).toEqual(['Tusday', 'else']);
  expect(texts(apply([first, other, edit(3), edit(4, 'Wednesday')]).events)).toEqual(['Wednesday', 'else']);
});

test('what enters together is told as it stands now', () => {
  const held = apply([deletion(3), other]);
  const { entered } = applyEvent(held, first);
  expect(texts(entered)).toEqual(['', 'else']);
});

test('a page that was read before an edit shows the edit; one that was read later keeps what is newer', () => {
  expect(texts(amended([first], [edit(3, 'Tuesday')]))).toEqual(['Tuesday']);
  const later = { ...first, body: { text: 'Friday', edited: 9 } } as LogEvent;
  expect(texts(amended([later], [edit(3, 'Tuesday')]))).toEqual(['Friday']);
  const gone = { ...first, body: { text: '', deleted: 9 } } as LogEvent;
  expect(amended([gone], [edit(3, 'Tuesday')])[0]).toBe(gone);
});

test('in any order of arrival the thread ends the same', () => {
  const log = [first, other, edit(3, 'Tuesday'), ...aLog(id, 5).slice(3, 5), edit(6, 'Wednesday'), deletion(7)];
  const whole = apply(log);
  fc.assert(
    fc.property(fc.shuffledSubarray(log, { minLength: log.length }), order => {
      expect(apply(order).events).toEqual(whole.events);
    }),
  );
});
