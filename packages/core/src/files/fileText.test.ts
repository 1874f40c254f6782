import { expect, test } from 'vitest';
import { fileSize, isPicture, pictureBox } from './fileText.js';

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
