import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createClientAddress, type TrustProxy } from './clientAddress.js';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

test.each<[TrustProxy, string, string | undefined, string]>([
  [false, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  [true, '203.0.113.9', '198.51.100.1', '198.51.100.1'],
  [true, '203.0.113.9', undefined, '203.0.113.9'],
  [['10.0.0.0/8'], '10.1.2.3', '198.51.100.1', '198.51.100.1'],
  [['10.0.0.0/8'], '::ffff:10.1.2.3', '198.51.100.1, 10.9.9.9', '198.51.100.1'],
  [['10.0.0.0/8'], '10.1.2.3', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  [['10.0.0.0/8'], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  [['::1', '127.0.0.1'], '::1', '198.51.100.1', '198.51.100.1'],
])('trust %o, socket %s, forwarded %s: %s', (trust, socket, forwarded, expected) => {
  expect(createClientAddress(trust)(request(socket, forwarded))).toBe(expected);
});

test('refuses what is no address', () => {
  expect(() => createClientAddress(['proxy.example'])).toThrow();
});
