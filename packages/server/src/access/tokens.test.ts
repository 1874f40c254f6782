import { randomFillSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashToken, newToken } from './tokens.js';

test('a token says its kind and holds 256 bits', () => {
  const token = newToken('hv', bytes => bytes.fill(255));
  expect(token).toBe(`hv_${Buffer.alloc(32, 255).toString('base64url')}`);
  const tokens = Array.from({ length: 1000 }, () => newToken('ha', bytes => randomFillSync(bytes)));
  expect(new Set(tokens).size).toBe(1000);
});

test('only a hash is stored', () => {
  expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});
