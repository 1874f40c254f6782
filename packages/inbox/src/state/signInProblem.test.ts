import { expect, test } from 'vitest';
import { signInCode } from './signInCode.js';
import { signInProblem } from './signInProblem.js';

test.each([
  ['unauthenticated: used', true, 'codeUnknown'],
  ['bad_request: short', true, 'codeUnknown'],
  ['token_expired: old', true, 'codeExpired'],
  ['rate_limited: slow down', true, 'tooMany'],
  ['4500: bad token', false, 'signedOut'],
  ['4503: removed', false, 'removed'],
  ['4505: version', false, 'oldVersion'],
  ['4502: origin', false, 'serverRefused'],
] as const)('%s is %s', (reason, asked, key) => {
  expect(signInProblem(reason, asked)).toMatchObject({ key });
});

test('a refused hello is known by the error told before the line closed, else by the close code', () => {
  expect(signInProblem('offline: The token is not known.', false, 'unauthenticated')).toEqual({ key: 'signedOut' });
  expect(signInProblem('offline: There is no site.', false, 'unknown_site')).toEqual({ key: 'signedOut' });
  expect(signInProblem('offline: connection closed with 4503', false)).toEqual({ key: 'removed' });
});

test('a code is found in a link, an address and alone', () => {
  const code = 'hs_AbCdEf0123456789-_';
  expect(signInCode(`https://help.example/inbox/#sign-in=${code}`)).toBe(code);
  expect(signInCode(`#sign-in=${code}`)).toBe(code);
  expect(signInCode(` ${code} `)).toBe(code);
  expect(signInCode('https://help.example/inbox/')).toBeNull();
});
