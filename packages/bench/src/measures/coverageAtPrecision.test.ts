import { expect, test } from 'vitest';
import { coverageAtPrecision } from './coverageAtPrecision.js';

const message = (probability: number, right: boolean, inScope = true) => ({ probability, right, inScope });

test('as many as can be answered while the share of right ones holds', () => {
  const messages = [
    message(0.9, true),
    message(0.8, true),
    message(0.7, false),
    message(0.6, true),
    message(0.1, false),
  ];
  expect(coverageAtPrecision(messages, 1)).toBe(0.4);
  expect(coverageAtPrecision(messages, 0.75)).toBe(0.8);
  expect(coverageAtPrecision(messages, 0.5)).toBe(1);
});

test('answers out of scope are wrong, and count as none of the messages in scope', () => {
  const messages = [message(0.9, true), message(0.8, false, false), message(0.7, true)];
  expect(coverageAtPrecision(messages, 1)).toBe(0.5);
  expect(coverageAtPrecision(messages, 0.6)).toBe(1);
});

test('equal probabilities are answered together', () => {
  expect(coverageAtPrecision([message(0.5, true), message(0.5, false)], 0.9)).toBe(0);
  expect(coverageAtPrecision([], 0.9)).toBeNaN();
});
