import { expect, test } from 'vitest';
import { conversationNumber } from './conversationNumber.js';

test('is made of the end of the id, which is random', () => {
  expect(conversationNumber('018bcfe5-6800-7000-8000-0000000a1b2c')).toBe('H-A1B2C');
});
