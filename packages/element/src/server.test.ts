// @vitest-environment node
import { expect, test } from 'vitest';

test('without a window both entries can be imported, and define nothing', async () => {
  expect(typeof window).toBe('undefined');
  const { defineHandrailWidget } = await import('./index.js');
  await import('./define.js');
  expect(() => defineHandrailWidget()).not.toThrow();
});
