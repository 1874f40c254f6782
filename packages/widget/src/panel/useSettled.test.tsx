import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettled } from './useSettled.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('true only after the whole time without a break', () => {
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 5_000), { initialProps: { value: true } });
  expect(result.current).toBe(false);
  pass(4_999);
  expect(result.current).toBe(false);
  rerender({ value: false });
  rerender({ value: true });
  pass(4_999);
  expect(result.current).toBe(false);
  pass(1);
  expect(result.current).toBe(true);
});

test('false at once', () => {
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 10), { initialProps: { value: true } });
  pass(10);
  expect(result.current).toBe(true);
  rerender({ value: false });
  expect(result.current).toBe(false);
});
