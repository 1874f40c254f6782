import type { Problem } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { HandrailError } from './errors.js';

test('says where, expected and got, and keeps the time to wait', () => {
  const problem: Problem = {
    code: 'rate_limited',
    message: 'Slow.',
    path: '/a',
    expected: 'b',
    got: 'c',
    retryAfter: 3,
  };
  const error = HandrailError.from(problem);
  expect(error).toMatchObject({ code: 'rate_limited', retryable: true, retryAfter: 3, cause: problem });
  expect(error.message).toBe('Slow. (/a: expected b, got c)');
});

test.each(['sparkle', 'toString', '__proto__'])('a code of a newer server is internal: %s', code => {
  const problem = { code, message: 'x' } as unknown as Problem;
  expect(HandrailError.from(problem)).toMatchObject({ code: 'internal', retryable: false });
  expect(HandrailError.from({ ...problem, retryAfter: 1 })).toMatchObject({ code: 'internal', retryable: true });
});
