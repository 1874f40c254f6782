import { expect, test } from 'vitest';
import { createRandom } from './createRandom.js';

/** Counts up over 16 bits, so that a byte given twice is seen. */
function counting() {
  let next = 0;
  let calls = 0;
  return {
    fill(bytes: Uint8Array) {
      calls += 1;
      const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let at = 0; at + 1 < bytes.length; at += 2) words.setUint16(at, next++);
      return bytes;
    },
    calls: () => calls,
  };
}

test('no byte is given twice, and the system is asked once for many', () => {
  const source = counting();
  const random = createRandom(source.fill);
  const given = Array.from({ length: 1000 }, () => Buffer.from(random(new Uint8Array(16))).toString('hex'));
  expect(new Set(given.flatMap(text => text.match(/.{4}/g) ?? [])).size).toBe(8000);
  expect(source.calls()).toBe(4);
});

test('the array given is the one filled, whatever its size', () => {
  const random = createRandom();
  for (const size of [0, 1, 4095, 4096, 10_000]) {
    const bytes = new Uint8Array(size);
    expect(random(bytes)).toBe(bytes);
    if (size > 100) expect(new Set(bytes).size).toBeGreaterThan(50);
  }
});
