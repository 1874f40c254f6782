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
  again: 8,
  responses: [
    { requestedAt: Date.UTC(2026, 0, 5, 16, 59), answeredAt: Date.UTC(2026, 0, 6, 8, 2) },
    { requestedAt: Date.UTC(2026, 0, 6, 9, 0), answeredAt: Date.UTC(2026, 0, 6, 9, 1) },
  ],
  resolution: { count: 3, median: 600_000, p90: 900_000 },
  surveys: 4,
  rated: 3,
  satisfied: 2,
  flowSurveys: {
    shown: 20,
    answered: 12,
    csat: 4,
    csatGood: 3,
    ces: 2,
    cesGood: 1,
    cesSum: 9,
    nps: 6,
    promoters: 3,
    detractors: 2,
  },
};
const hours = { zone: 'UTC', mon: ['08:00-17:00'], tue: ['08:00-17:00'] };

test('every figure by its formula', () => {
  const told = Object.fromEntries(figuresOf(results, hours).map(({ key, value }) => [key, value]));
  expect(told).toEqual({
    confirmed_resolution: 10 / 40,
    assumed_resolution: 14 / 40,
    abandoned: 20 / 60,
    containment: 24 / 30,
    deflection: 24 / (24 + 5 + 1),
    self_service_score: 60 / 6,
    recontact: 8 / 40,
    first_response: 30_000,
    first_response_hours: 60_000,
    resolution_time: 600_000,
    queue_abandonment: 1 / 5,
    csat: 2 / 3,
    csat_response: 3 / 4,
    flow_csat: 3 / 4,
    ces: 4.5,
    nps: 100 / 6,
    survey_response: 12 / 20,
  });
});

test('where nothing happened there is no figure, and no zero', () => {
  const nothing = Object.fromEntries(Object.keys(results).map(key => [key, 0])) as unknown as Results;
  const none = { count: 0, median: null, p90: null };
  const flowSurveys = Object.fromEntries(Object.keys(results.flowSurveys).map(key => [key, 0])) as never;
  for (const figure of figuresOf({ ...nothing, firstResponse: none, responses: [], resolution: none, flowSurveys }))
    expect(figure).not.toHaveProperty('value');
});
