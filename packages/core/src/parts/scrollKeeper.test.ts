import { expect, test } from 'vitest';
import type { MessageItem, TimelineItem } from '../timeline.js';
import { createScrollKeeper } from './scrollKeeper.js';

const lines = (from: number, to: number): TimelineItem[] =>
  Array.from({ length: to - from }, (_, place) => message(`m${from + place}`));
const message = (id: string, from: MessageItem['from'] = 'agent'): MessageItem => ({
  kind: 'message',
  id,
  from,
  text: id,
  at: 0,
  state: 'sent',
});
const at = (scrollTop: number, scrollHeight = 2_000) => ({ scrollTop, scrollHeight, clientHeight: 500 });

function reading() {
  const keeper = createScrollKeeper();
  keeper.changed(lines(10, 20), 2_000);
  keeper.scrolled(at(800));
  return keeper;
}

test('at the end it follows, within some pixels', () => {
  const keeper = createScrollKeeper();
  expect(keeper.changed(lines(0, 10), 2_000)).toBe(2_000);
  keeper.scrolled(at(1_430));
  expect([keeper.changed(lines(0, 11), 2_100), keeper.$unseen.get()]).toEqual([2_100, 0]);
});

test('who reads further up stays, and hears how many came', () => {
  const keeper = reading();
  expect([keeper.changed(lines(10, 23), 2_300), keeper.$unseen.get()]).toEqual([null, 3]);
  expect(keeper.changed(lines(10, 23), 2_300)).toBeNull();
  keeper.toEnd();
  expect(keeper.$unseen.get()).toBe(0);
});

test('scrolling to the end is having seen it', () => {
  const keeper = reading();
  keeper.changed(lines(10, 23), 2_300);
  expect(keeper.scrolled(at(1_800, 2_300))).toBe(false);
  expect([keeper.$unseen.get(), keeper.changed(lines(10, 24), 2_400)]).toEqual([0, 2_400]);
});

test('one’s own message is always shown', () => {
  const keeper = reading();
  expect(keeper.changed([...lines(10, 20), message('mine', 'visitor')], 2_100)).toBe(2_100);
});

test('near the beginning the page before is wanted; when it comes, what is read stays in place and nothing is news', () => {
  const keeper = reading();
  expect(keeper.scrolled(at(200))).toBe(true);
  expect([keeper.changed(lines(0, 20), 3_500), keeper.$unseen.get()]).toEqual([1_700, 0]);
});
