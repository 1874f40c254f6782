import { expect, test } from 'vitest';
import { playCustomer } from './playCustomer.js';

const REQUEST = 'I want to talk to a person';
const knows = (matches: { id: string; probability: number }[]) => ({ match: async () => matches as never });
const play = (matches: { id: string; probability: number }[], question = 'how long does it take', relevant = ['a']) =>
  playCustomer(knows(matches), 'en', question, relevant, REQUEST);

test('what the bot did with the question, and that a person comes at the first request', async () => {
  const best = { article: 'a', probability: 0.9 };
  const right = { first: 'answered right', best, offeredAt: null, asked: 1 };
  expect(await play([{ id: 'a', probability: 0.9 }])).toEqual(right);
  expect(await play([{ id: 'b', probability: 0.9 }])).toMatchObject({ first: 'answered wrong', asked: 1 });
  const two = [
    { id: 'b', probability: 0.5 },
    { id: 'a', probability: 0.45 },
  ];
  expect(await play(two)).toMatchObject({ first: 'suggested right', asked: 1 });
  expect(await play(two, 'how long does it take', ['c'])).toMatchObject({ first: 'suggested wrong' });
});

test('who is not understood is offered a person before asking for one', async () => {
  const fate = await play([]);
  expect(fate.first).toBe('not understood');
  expect(fate.offeredAt).toBeGreaterThan(1);
  expect(fate.offeredAt).toBeLessThanOrEqual(4);
});

test('a question that is a request needs no second one', async () => {
  expect(await play([], REQUEST)).toEqual({ first: 'person', best: null, offeredAt: 1, asked: 0 });
});
