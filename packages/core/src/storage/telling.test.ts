import { expect, test } from 'vitest';
import { memoryStorage } from './memory.js';
import { tellingStorage } from './telling.js';
import { webStorage } from './web.js';

test('tells once that the browser refuses, and keeps the text for the page', () => {
  let told = 0;
  const full = webStorage(() => ({
    getItem: () => null,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
    removeItem: () => {},
    length: 0,
    key: () => null,
  }));
  const storage = tellingStorage(full, () => {
    told += 1;
  });
  expect(storage.set('a', 'one')).toBe(false);
  expect(storage.set('a', 'two')).toBe(false);
  expect(storage.get('a')).toBe('two');
  expect(told).toBe(1);
});

test('says nothing while everything is kept', () => {
  const storage = tellingStorage(memoryStorage(), () => expect.unreachable());
  expect(storage.set('a', 'one')).toBe(true);
});
