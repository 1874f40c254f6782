import { afterEach, expect, test, vi } from 'vitest';
import { isKnownHere, readOpenView, wasUsedBefore, writeOpenView } from './openState.js';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

test('nothing is stored for somebody without a conversation', () => {
  writeOpenView('demo', 'chat');
  expect(sessionStorage).toHaveLength(0);
  expect(wasUsedBefore('demo')).toBe(false);
});

test.each(['state', 'outbox:018bcfe5'])('with a stored %s the open panel is remembered for this tab', key => {
  localStorage.setItem(`handrail:demo:${key}`, '{}');
  expect(wasUsedBefore('demo')).toBe(true);
  expect(wasUsedBefore('other')).toBe(false);
  writeOpenView('demo', 'chat');
  expect(readOpenView('demo')).toBe('chat');
  expect(readOpenView('other')).toBeNull();
  writeOpenView('demo', null);
  expect(sessionStorage).toHaveLength(0);
});

test('a value nobody wrote is no state', () => {
  sessionStorage.setItem('handrail:demo:open', '"><script>');
  expect(readOpenView('demo')).toBeNull();
});

test('storage that throws starts the next page closed', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse);
  expect(wasUsedBefore('demo')).toBe(false);
  expect(readOpenView('demo')).toBeNull();
  expect(() => writeOpenView('demo', 'chat')).not.toThrow();
  expect(() => writeOpenView('demo', null)).not.toThrow();
});

test('a full storage loses the state, nothing else', () => {
  localStorage.setItem('handrail:demo:state', '{}');
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => writeOpenView('demo', 'home')).not.toThrow();
  expect(readOpenView('demo')).toBeNull();
});

test('somebody is known here while anything of theirs is kept', () => {
  localStorage.setItem('handrail:other:identity', '{}');
  expect(isKnownHere('demo')).toBe(false);
  localStorage.setItem('handrail:demo:identity', '{}');
  expect([isKnownHere('demo'), wasUsedBefore('demo')]).toEqual([true, false]);
  vi.spyOn(Object, 'keys').mockImplementation(() => {
    throw new Error('refused');
  });
  expect(isKnownHere('demo')).toBe(false);
});
