import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decide } from './decide.js';
import { type Sample, train } from './train.js';

const samples: Sample[] = JSON.parse(readFileSync(new URL('fixtures/intentSamples.json', import.meta.url), 'utf8'));

const few = train(samples);
const many = train(Array.from({ length: 8 }, () => samples).flat());

test('an intent with enough samples is answered, one with fewer is suggested', () => {
  expect(decide(many, 'refund my order')).toMatchObject({ band: 'answer', candidate: { intent: 'refund' } });
  const decision = decide(few, 'refund my order');
  expect(decision.band).toBe('didYouMean');
  expect(decision.band === 'didYouMean' && decision.candidates.map(({ intent }) => intent)).toHaveLength(3);
  expect(decide(few, 'refund my order', { enough: 4 }).band).toBe('answer');
});

test('what is out of scope or improbable is unknown', () => {
  expect(decide(many, 'zeppelin pilots whistle quietly')).toEqual({ band: 'unknown' });
  expect(decide(many, [])).toEqual({ band: 'unknown' });
  expect(decide(many, [{ intent: 'refund', probability: 0.2 }])).toEqual({ band: 'unknown' });
});

test('answers of classify are taken as they are; thresholds are options', () => {
  const answers = [
    { intent: 'refund', probability: 0.5 },
    { intent: 'address', probability: 0.3 },
    { intent: null, probability: 0.2 },
  ];
  expect(decide(many, answers)).toMatchObject({ band: 'didYouMean', candidates: answers.slice(0, 2) });
  expect(decide(many, answers, { answer: 0.5 })).toEqual({ band: 'answer', candidate: answers[0] });
  expect(decide(many, answers, { suggestions: 1 })).toEqual({ band: 'didYouMean', candidates: answers.slice(0, 1) });
  expect(decide(many, answers, { didYouMean: 0.55 })).toEqual({ band: 'unknown' });
});
