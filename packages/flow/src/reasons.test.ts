import { expect, test } from 'vitest';
import { describeReason, reasons } from './reasons.js';

test('each reason is one sentence', () => {
  for (const sentence of Object.values(reasons)) expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
  expect(describeReason('offline')).toBe('Nobody works at this hour.');
});
