import { expect, test } from 'vitest';
import { forgetKept } from './forgetKept.js';
import { memoryStorage } from './storage/memory.js';

test('takes what belongs to the visitor of this site, and nothing else', () => {
  const storage = memoryStorage();
  const others = ['handrail:demo:draft', 'handrail:demo:outboxes', 'handrail:other:outbox:1', 'shop:cart'];
  const own = ['handrail:demo:state', 'handrail:demo:visitor', 'handrail:demo:outbox:1', 'handrail:demo:outbox:2'];
  for (const key of [...others, ...own]) storage.set(key, 'x');
  forgetKept(storage, 'handrail:demo:');
  expect([...storage.keys('')].sort()).toEqual([...others].sort());
});
