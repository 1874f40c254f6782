import { beforeEach, expect, test } from 'vitest';
import { type HistoryChecker, historyChecker } from './historyChecker.js';

const C = 'c1';
let history: HistoryChecker;

/** A visitor wrote one and two, an agent three; the log begins with an entry that is no message. */
const LOG = [
  { id: 'start', seq: 1 },
  { id: 'one', seq: 2, text: 'One' },
  { id: 'two', seq: 3, text: 'Two' },
  { id: 'three', seq: 4, text: 'Three' },
];
const shown = LOG.flatMap(({ text, ...one }) => (text === undefined ? [] : [{ conversation: C, text, ...one }]));

beforeEach(() => {
  history = historyChecker();
  history.wrote({ by: 'visitor', conversation: C, id: 'one', text: 'One' });
  history.wrote({ by: 'visitor', conversation: C, id: 'two', text: 'Two' });
  history.wrote({ by: 'agent', conversation: C, id: 'three', text: 'Three' });
  history.acked('visitor', { conversation: C, id: 'one', seq: 2 });
  history.acked('agent', { conversation: C, id: 'three', seq: 4 });
});

const screen = (reader: string, messages = shown) => {
  for (const message of messages) history.saw(reader, message);
  history.complete(reader, C);
};

test('a good history: everything acknowledged is there once, in one order, on every screen', () => {
  history.log(C, LOG);
  screen('visitor');
  screen('agent');
  expect(history.check()).toEqual({
    messages: 3,
    acknowledged: 2,
    lost: 0,
    duplicated: 0,
    reordered: 0,
    altered: 0,
    first: null,
  });
});

test('what was never acknowledged may be absent', () => {
  const without = LOG.filter(({ id }) => id !== 'two').map((one, index) => ({ ...one, seq: index + 1 }));
  history = historyChecker();
  history.wrote({ by: 'visitor', conversation: C, id: 'one', text: 'One' });
  history.wrote({ by: 'visitor', conversation: C, id: 'two', text: 'Two' });
  history.wrote({ by: 'agent', conversation: C, id: 'three', text: 'Three' });
  history.log(C, without);
  expect(history.check().first).toBeNull();
});

test('a reader who saw only a part is no violation until the screen is called complete', () => {
  history.log(C, LOG);
  history.saw('late reader', shown[2] as (typeof shown)[number]);
  expect(history.check().first).toBeNull();
  history.complete('late reader', C);
  expect(history.check()).toMatchObject({ lost: 2, first: 'lost: late reader never saw one at 2 of c1' });
});

test('acknowledged and not in the log', () => {
  history.log(C, LOG.slice(0, 3));
  expect(history.check()).toMatchObject({
    lost: 1,
    first: 'lost: agent was promised place 4 of conversation c1 for three; the log does not hold it',
  });
});

test('acknowledged in a conversation that is gone altogether', () => {
  expect(history.check()).toMatchObject({ lost: 2 });
});

test('a backup that was put in place voids promises it does not hold, and only those', () => {
  for (const message of shown) history.saw('visitor', message);
  history.restored(new Set(['start', 'one', 'two']));
  screen('visitor', shown.slice(0, 2));
  history.log(C, LOG.slice(0, 3));
  expect(history.check().first).toBeNull();
  history.log(C, LOG.slice(0, 1));
  expect(history.check()).toMatchObject({ lost: 1, altered: 2 });
});

test('promised one place, stored at another', () => {
  history.acked('visitor', { conversation: C, id: 'two', seq: 9 });
  history.log(C, LOG);
  expect(history.check()).toMatchObject({
    reordered: 1,
    first: 'reordered: visitor was promised place 9 of conversation c1 for two; the log holds it at 3',
  });
});

test('twice in the log', () => {
  history.log(C, [...LOG, { id: 'two', seq: 5, text: 'Two' }]);
  expect(history.check()).toMatchObject({
    duplicated: 1,
    first: 'duplicated: conversation c1, place 5: two is in the log a second time',
  });
});

test('a hole in the log', () => {
  history.log(C, [...LOG.slice(0, 3), { id: 'three', seq: 5, text: 'Three' }]);
  expect(history.check().first).toBe('reordered: conversation c1, place 5: expected place 4');
});

test('messages of one writer overtook each other', () => {
  const [start, one, two, three] = LOG as [object, object, object, object];
  const turned = [start, two, one, three].map((entry, index) => ({ ...entry, seq: index + 1 }) as (typeof LOG)[number]);
  history = historyChecker();
  history.wrote({ by: 'visitor', conversation: C, id: 'one', text: 'One' });
  history.wrote({ by: 'visitor', conversation: C, id: 'two', text: 'Two' });
  history.wrote({ by: 'agent', conversation: C, id: 'three', text: 'Three' });
  history.log(C, turned);
  expect(history.check()).toMatchObject({
    reordered: 1,
    first: 'reordered: visitor c1: two at 2 was written after what stands at 3',
  });
});

test('shown twice, shown out of order, shown at another place', () => {
  history.log(C, LOG);
  const [one, two] = shown as [(typeof shown)[number], (typeof shown)[number]];
  for (const message of [one, one]) history.saw('twice', message);
  for (const message of [two, one]) history.saw('turned', message);
  history.saw('moved', { ...two, seq: 7 });
  expect(history.check()).toMatchObject({
    duplicated: 1,
    reordered: 2,
    first: 'duplicated: twice c1 at 2: shown one a second time',
  });
});

test('another text, and what nobody wrote', () => {
  history.log(C, [...LOG.slice(0, 3), { id: 'three', seq: 4, text: 'Thrice' }, { id: 'x', seq: 5, text: 'X' }]);
  history.saw('reader', { conversation: C, id: 'one', seq: 2, text: 'Uno' });
  history.saw('reader', { conversation: C, id: 'ghost', seq: 6, text: 'Boo' });
  expect(history.check()).toMatchObject({
    altered: 4,
    first: 'altered: conversation c1, place 4: three was written as Three, got Thrice',
  });
});
