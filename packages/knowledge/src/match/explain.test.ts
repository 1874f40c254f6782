import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classify } from './classify.js';
import { explain } from './explain.js';
import { type Sample, train } from './train.js';

const samples: Sample[] = JSON.parse(readFileSync(new URL('fixtures/intentSamples.json', import.meta.url), 'utf8'));
const intents = ['refund', 'address', 'password', '退货'];

const model = train(samples);

test('says which words spoke for the best intent, and which were never seen', () => {
  const { intent, contributions, unseen } = explain(model, 'Refund my zeppelin');
  expect(intent).toBe('refund');
  expect(contributions[0]).toMatchObject({ text: 'Refund', start: 0, end: 6 });
  expect(contributions[0]?.amount).toBeGreaterThan(0);
  expect(unseen).toEqual([{ text: 'zeppelin', start: 10, end: 18 }]);
});

test('the same words speak against another intent', () => {
  const { contributions } = explain(model, 'refund', 'password');
  expect(contributions.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThan(0);
  expect(() => explain(model, 'refund', 'nobody')).toThrow('expected one of the model\'s, got "nobody"');
});

test('adds up to the score, to the chance of being in scope and to the probability classify gives', () => {
  const message = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...samples.map(({ text }) => text)));
  fc.assert(
    fc.property(message, fc.constantFrom(...intents), fc.nat(30), (text, intent, limit) => {
      const { start, contributions, rest, score, probability, scope } = explain(model, text, intent, { limit });
      expect(contributions.length).toBeLessThanOrEqual(limit);
      expect(contributions.reduce((sum, { amount }) => sum + amount, start + rest)).toBeCloseTo(score, 6);
      const odds = scope.reasons.reduce((sum, { amount }) => sum + amount, 0);
      expect(scope.chance).toBeCloseTo(1 / (1 + Math.exp(-odds)), 6);
      expect(classify(model, text).find(each => each.intent === intent)?.probability).toBeCloseTo(probability, 6);
      for (const { text: part, start: from, end } of contributions) expect(text.slice(from, end)).toBe(part);
    }),
  );
});

test('everything is listed when there is room, and the shares make a whole', () => {
  const { contributions, rest } = explain(model, 'i want my money back', 'refund', { limit: 1000 });
  expect(rest).toBeCloseTo(0, 4);
  expect(contributions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
});

test('what lies beyond the limit of a message was not read', () => {
  expect(explain(model, `refund ${'!'.repeat(2000)} password`).unseen.at(-1)?.text).toContain('password');
});
