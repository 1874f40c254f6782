import { afterEach, expect, test, vi } from 'vitest';
import { fileSize, followFileUrl, isPicture, pictureBox } from './showFile.js';

afterEach(() => void vi.useRealTimers());

test.each([
  ['en', 3, '1 kB'],
  ['en', 218_000, '218 kB'],
  ['en', 1_240_000, '1.2 MB'],
  ['de', 1_240_000, '1,2 MB'],
  ['en', 10_485_760, '10.5 MB'],
])('%s: %i bytes', (locale, bytes, text) => {
  expect(fileSize(locale, bytes)).toBe(text);
});

test('pictures that cannot carry scripts', () => {
  expect(['image/png', 'image/avif', 'image/svg+xml', 'text/png'].map(isPicture)).toEqual([true, true, false, false]);
});

test('a picture has its own size, and is never higher than 320 px', () => {
  expect(pictureBox(100, 80)).toEqual({ inlineSize: '100px', aspectRatio: '100 / 80' });
  expect(pictureBox(1000, 2000)).toEqual({ inlineSize: '160px', aspectRatio: '1000 / 2000' });
});

test('an address is told now, again before it ends, and not after the end', async () => {
  vi.useFakeTimers();
  let asked = 0;
  const told: string[] = [];
  const ask = async (id: string) => {
    asked += 1;
    if (asked === 2) throw new Error('offline');
    return `${id} ${asked}`;
  };
  const stop = followFileUrl(ask, 'f', url => told.push(url));
  await vi.advanceTimersByTimeAsync(1_200_000);
  expect(told).toEqual(['f 1', 'f 3']);
  stop();
  await vi.advanceTimersByTimeAsync(1_200_000);
  expect([told.length, asked]).toEqual([2, 3]);
});
