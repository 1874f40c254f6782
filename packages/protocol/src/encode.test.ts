import { expect, test } from 'vitest';
import { decodeServerFrame, encode } from './encode.js';

test('what is encoded is decoded', () => {
  const frame = { t: 'bye', code: 4000, retryAfter: 2 } as const;
  expect(decodeServerFrame(encode(frame))).toEqual(frame);
});

test.each(['', 'x', 'null', '1', '"t"', '[]', '{}', '{"t":1}', '{"t":'])('is no frame: %s', text => {
  expect(decodeServerFrame(text)).toBeNull();
});

test('a frame of a newer server is kept for the caller to pass over', () => {
  expect(decodeServerFrame('{"t":"sparkle","x":1}')).toEqual({ t: 'sparkle', x: 1 });
});
