import { expect, test } from 'vitest';
import { ERROR_CODES, type ErrorCode } from './errorCodes.js';
import { ERROR_MEANINGS } from './errorMeanings.js';

test('every code: a status that is one, a meaning that is a sentence', () => {
  for (const [code, row] of Object.entries<ErrorCode>(ERROR_CODES)) {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(row.status === 0 || (row.status >= 400 && row.status < 600), code).toBe(true);
  }
  expect(Object.keys(ERROR_MEANINGS).sort()).toEqual(Object.keys(ERROR_CODES).sort());
  for (const meaning of Object.values(ERROR_MEANINGS)) expect(meaning).toMatch(/^[A-Z].*\.$/);
});

test('a failing or busy server may be asked again, a wrong request not', () => {
  for (const [code, { status, retryable }] of Object.entries<ErrorCode>(ERROR_CODES)) {
    if (status >= 500 || status === 429) expect(retryable, code).toBe(true);
    else if (status >= 400 && code !== 'token_expired') expect(retryable, code).toBe(false);
  }
});

test('retryable codes', () => {
  const retryable = Object.entries<ErrorCode>(ERROR_CODES).filter(([, row]) => row.retryable);
  expect(retryable.map(([code]) => code)).toMatchInlineSnapshot(`
    [
      "token_expired",
      "rate_limited",
      "internal",
      "busy",
      "read_only",
      "action_failed",
      "going_away",
      "offline",
      "timeout",
      "storage_failed",
      "knowledge_failed",
    ]
  `);
});
