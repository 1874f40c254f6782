import { expect, test } from 'vitest';
import type { ResponseLike } from './environment.js';
import { getJson, postJson } from './http.js';

const answer = (status: number, body: string, headers: Record<string, string> = {}) => ({
  fetch: async (): Promise<ResponseLike> => ({
    ok: status < 300,
    status,
    headers: { get: name => headers[name] ?? null },
    json: async () => JSON.parse(body) as unknown,
    arrayBuffer: async () => new ArrayBuffer(0),
  }),
});

test('posts JSON and reads the answer', async () => {
  const asked: unknown[] = [];
  const fetch: typeof parts.fetch = (...given: unknown[]) => {
    asked.push(given);
    return parts.fetch();
  };
  const parts = answer(200, '{"a":1}');
  expect(await postJson({ fetch }, '/x', { b: 2 })).toEqual({ a: 1 });
  expect(asked).toEqual([['/x', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"b":2}' }]]);
});

test('the code of the server is kept, with the time to wait from the header', async () => {
  const body = '{"error":{"code":"busy","message":"Full."}}';
  await expect(getJson(answer(503, body, { 'retry-after': '7' }), '/x')).rejects.toMatchObject({
    code: 'busy',
    retryable: true,
    retryAfter: 7,
    message: 'Full.',
  });
});

test.each([
  [400, 'bad_request', false],
  [401, 'unauthenticated', false],
  [404, 'not_found', false],
  [408, 'timeout', true],
  [413, 'too_large', false],
  [418, 'bad_request', false],
  [429, 'rate_limited', true],
  [500, 'internal', true],
  [502, 'internal', true],
  [503, 'busy', true],
])('a page of a proxy with %i is %s', async (status, code, retryable) => {
  await expect(getJson(answer(status, '<html>'), '/x')).rejects.toMatchObject({ code, retryable });
});

test.each(['<html>', 'null', '"hello"'])('an answer that is no object is a failure that may pass: %s', async body => {
  await expect(getJson(answer(200, body), '/x')).rejects.toMatchObject({ code: 'internal', retryable: true });
});

test('no network is offline', async () => {
  const fetch = () => Promise.reject(new TypeError('failed'));
  await expect(getJson({ fetch }, '/x')).rejects.toMatchObject({ code: 'offline', retryable: true });
});
