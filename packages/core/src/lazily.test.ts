import { expect, test, vi } from 'vitest';
import { lazily } from './lazily.js';

test('loads once, at the first call', async () => {
  const load = vi.fn(async () => ({}));
  const part = lazily(load);
  expect([part.begun(), load.mock.calls.length]).toEqual([null, 0]);
  expect(await part()).toBe(await part());
  expect(await part.begun()).toBe(await part());
  expect(load).toHaveBeenCalledTimes(1);
});

test('what could not be loaded is tried again', async () => {
  const load = vi.fn(async () => 'here');
  load.mockRejectedValueOnce(new Error('gone'));
  const part = lazily(load);
  await expect(part()).rejects.toThrow('gone');
  expect(part.begun()).toBeNull();
  expect(await part()).toBe('here');
});
