import { aLog, countedIds } from '@handrail/test-kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent } from './applyEvent.js';
import { emptyThread, type Thread } from './thread.js';

const id = countedIds()();
const log = aLog(id, 6);
const at = (seq: number) => log[seq - 1] as (typeof log)[number];
const seqs = (events: Thread['events']) => events.map(event => event.seq);
const apply = (order: readonly number[]) =>
  order.reduce((thread, seq) => applyEvent(thread, at(seq)).thread, emptyThread(id, 0));

test('the next is applied, a known one dropped', () => {
  const first = applyEvent(emptyThread(id, 0), at(1));
  expect([seqs(first.entered), first.gap]).toEqual([[1], false]);
  const again = applyEvent(first.thread, at(1));
  expect(again).toEqual({ thread: first.thread, gap: false, entered: [] });
  expect(again.thread).toBe(first.thread);
});

test('above a gap it is held once, and enters with what fills the gap', () => {
  const held = apply([1, 3, 5, 3]);
  expect([seqs(held.events), seqs(held.held)]).toEqual([[1], [3, 5]]);
  const half = applyEvent(held, at(2));
  expect([seqs(half.entered), seqs(half.thread.held), half.gap]).toEqual([[2, 3], [5], true]);
  const whole = applyEvent(half.thread, at(4));
  expect([seqs(whole.entered), whole.thread.held, whole.gap]).toEqual([[4, 5], [], false]);
});

test('any order with any repetition ends in the same thread, and each event enters once', () => {
  const order = fc
    .array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 })
    .chain(extra => fc.shuffledSubarray([...extra, 1, 2, 3, 4, 5, 6], { minLength: extra.length + 6 }));
  fc.assert(
    fc.property(order, sequence => {
      let thread = emptyThread(id, 0);
      const entered: number[] = [];
      for (const seq of sequence) {
        const applied = applyEvent(thread, at(seq));
        thread = applied.thread;
        entered.push(...seqs(applied.entered));
        if (applied.gap) expect(thread.held.length).toBeGreaterThan(0);
      }
      expect(entered).toEqual([1, 2, 3, 4, 5, 6]);
      expect(thread).toEqual({ ...emptyThread(id, 0), events: log });
    }),
    { numRuns: 300 },
  );
});
