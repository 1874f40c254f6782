import { expect, test } from 'vitest';
import { FIELD, FIELDS } from './collectTerms.js';
import { createTermUses } from './termUses.js';

test('counts by field, notes sections and phrases', () => {
  const uses = createTermUses();
  uses.add(7, FIELD.title);
  uses.put(7, 2);
  uses.put(7, 0);
  uses.put(7, 2);
  uses.mark(uses.add(3, FIELD.body), 4);
  uses.add(7, FIELD.body);
  uses.least(7, FIELD.body);
  uses.lengths[FIELD.body] = 2;
  const { ids, counts, sections, phrasesOf, lengths } = uses.take();
  expect([...ids]).toEqual([7, 3]);
  expect([...counts]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  expect([...sections]).toEqual([0, 1 << 4]);
  expect([...phrasesOf]).toEqual([[7, [0, 2]]]);
  expect(lengths[FIELD.body]).toBe(2);
});

test('nothing of one article is left in the next, however many terms either has', () => {
  const uses = createTermUses();
  for (let id = 9999; id >= 0; id--) uses.mark(uses.add(id, FIELD.body), 1);
  uses.put(5, 0);
  expect(uses.take().ids).toHaveLength(10_000);
  uses.add(5, FIELD.title);
  uses.add(20_000, FIELD.title);
  const { ids, counts, sections, phrasesOf } = uses.take();
  expect([...ids]).toEqual([5, 20_000]);
  expect([...counts]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  expect(counts).toHaveLength(2 * FIELDS.length);
  expect([...sections]).toEqual([0, 0]);
  expect(phrasesOf.size).toBe(0);
});
