import { expect, test } from 'vitest';
import type { Results } from '../store/results.js';
import { figuresOf } from './figuresOf.js';

const results: Results = {
  sessions: 60,
  withAnswer: 40,
  confirmed: 10,
  assumed: 14,
  abandoned: 20,
  chats: 30,
  contained: 24,
  requested: 5,
  leftQueue: 1,
  messagesLeft: 1,
  firstResponse: { count: 4, median: 30_000, p90: 90_000 },
  resolution: { count: 3, median: 600_000, p90: 900_000 },
  surveys: 4,
  rated: 3,
  satisfied: 2,
};

test('every figure by its formula', () => {
  const told = Object.fromEntries(figuresOf(results).map(({ key, value }) => [key, value]));
  expect(told).toEqual({
    confirmed_resolution: 10 / 40,
    assumed_resolution: 14 / 40,
    abandoned: 20 / 60,
    containment: 24 / 30,
    deflection: 24 / (24 + 5 + 1),
    self_service_score: 60 / 6,
    first_response: 30_000,
    resolution_time: 600_000,
    queue_abandonment: 1 / 5,
    csat: 2 / 3,
    csat_response: 3 / 4,
  });
});

test('where nothing happened there is no figure, and no zero', () => {
  const nothing = Object.fromEntries(Object.keys(results).map(key => [key, 0])) as unknown as Results;
  const none = { count: 0, median: null, p90: null };
  for (const figure of figuresOf({ ...nothing, firstResponse: none, resolution: none }))
    expect(figure).not.toHaveProperty('value');
});
