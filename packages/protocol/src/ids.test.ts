import { webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { explain } from './explain.js';
import { createIds } from './ids.js';
import { Id } from './records/atoms.js';

const random = (bytes: Uint8Array) => webcrypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);
const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

test('is a UUIDv7 that carries its time', () => {
  const id = createIds({ now: () => 1_700_000_000_000, random })();
  expect(explain(Id, id)).toEqual([]);
  expect(timeOf(id)).toBe(1_700_000_000_000);
});

test('rises within one millisecond, also past the counter', () => {
  const newId = createIds({ now: () => 5, random });
  const ids = Array.from({ length: 10_000 }, newId);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(10_000);
  expect(timeOf(ids.at(-1) as string)).toBeLessThanOrEqual(5 + 3);
});

test('rises when the clock steps back', () => {
  const times = [100, 101, 40, 0, 40, 101, 102];
  const newId = createIds({ now: () => times.shift() as number, random });
  const ids = Array.from({ length: 7 }, newId);
  expect(ids).toEqual([...ids].sort());
  expect(timeOf(ids[3] as string)).toBe(101);
  expect(timeOf(ids[6] as string)).toBe(102);
});

test('two sources of one moment do not meet', () => {
  const [one, two] = [createIds({ now: () => 5, random }), createIds({ now: () => 5, random })];
  const ids = Array.from({ length: 1000 }, () => [one(), two()]).flat();
  expect(new Set(ids).size).toBe(2000);
});
