import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBitReader } from './bitReader.js';
import { createBitWriter } from './bitWriter.js';
import { NUMBER } from './chances.js';
import { lowerBound, readLexicon, writeLexicon } from './lexicon.js';
import { readPostings, visitPostings, WEIGHTS, weightStep, writePostings } from './postings.js';
import { seal, unseal } from './seal.js';
import { CONTEXTS } from './shardContexts.js';

const LARGEST = 2 ** 31 - 2;
const call = fc.oneof(
  fc.record({ kind: fc.constant('tree' as const), value: fc.integer({ min: 0, max: 31 }) }),
  fc.record({ kind: fc.constant('number' as const), value: fc.oneof(fc.nat(9), fc.nat(LARGEST)) }),
);

test('trees and numbers come back in their order', () => {
  fc.assert(
    fc.property(fc.array(call, { maxLength: 400 }), calls => {
      const out = createBitWriter(NUMBER + 32);
      for (const { kind, value } of calls) {
        if (kind === 'tree') out.tree(NUMBER, 5, value);
        else out.number(0, value);
      }
      const from = createBitReader(out.take(), NUMBER + 32);
      for (const { kind, value } of calls) {
        if (kind === 'tree') expect(from.tree(NUMBER, 5)).toBe(value);
        else expect(from.number(0)).toBe(value);
      }
    }),
  );
});

test('the largest number comes back', () => {
  const out = createBitWriter(NUMBER);
  for (const value of [LARGEST, 0, LARGEST]) out.number(0, value);
  const from = createBitReader(out.take(), NUMBER);
  expect([from.number(0), from.number(0), from.number(0)]).toEqual([LARGEST, 0, LARGEST]);
});

test('what is always the same costs next to nothing, what is random no more than it is', () => {
  const same = createBitWriter(NUMBER);
  for (let count = 0; count < 8000; count++) same.tree(0, 1, 1);
  expect(same.take().length).toBeLessThan(30);
  let state = 1;
  const random = createBitWriter(NUMBER);
  for (let count = 0; count < 8000; count++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    random.tree(0, 1, state >>> 31);
  }
  expect(random.take().length).toBeLessThan(1040);
});

const term = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdé退货电池ーアの가나'), minLength: 1, maxLength: 44 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
);

test('terms and counts come back, in order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(term, { maxLength: 60 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 5000 })),
      (given, stream) => {
        const terms = [...given].sort((a, b) => (a < b ? -1 : 1));
        const counts = terms.map(() => stream.next().value as number);
        const out = createBitWriter(CONTEXTS);
        writeLexicon(out, terms, counts);
        out.number(0, 77);
        const reader = createBitReader(out.take(), CONTEXTS);
        const read = readLexicon(reader);
        expect(read.terms).toEqual(terms);
        expect([...read.counts]).toEqual(counts);
        expect(reader.number(0)).toBe(77);
        for (const each of terms) expect(lowerBound(read.terms, each)).toBe(terms.findIndex(other => other >= each));
      },
    ),
  );
});

const posting = fc.record({
  article: fc.integer({ min: 0, max: 60_000 }),
  step: fc.integer({ min: 0, max: WEIGHTS.length - 1 }),
  sections: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  phrases: fc.uniqueArray(fc.record({ phrase: fc.nat(300), mass: fc.integer({ min: 1, max: 200 }) }), {
    maxLength: 3,
    selector: each => each.phrase,
  }),
});

test('postings of several terms come back', () => {
  const postings = fc.uniqueArray(posting, { selector: each => each.article, minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(postings, { maxLength: 4 }), given => {
      const lists = given.map(list => [...list].sort((a, b) => a.article - b.article));
      const out = createBitWriter(CONTEXTS);
      const all = lists.flat();
      const columns = {
        articles: all.map(({ article }) => article),
        steps: all.map(({ step }) => step),
        sections: all.map(({ sections }) => sections),
        phrases: all.map(({ phrases }) => (phrases.length > 0 ? phrases : undefined)),
      };
      let from = 0;
      for (const { length } of lists) {
        writePostings(out, columns, from, from + length);
        from += length;
      }
      const counts = Uint32Array.from(lists, ({ length }) => length);
      const table = readPostings(createBitReader(out.take(), CONTEXTS), counts);
      lists.forEach((list, term) => {
        const read: (typeof list)[number][] = [];
        let phrases: { phrase: number; mass: number }[] = [];
        visitPostings(table, term, {
          phrase: (_article, phrase, mass) => phrases.push({ phrase, mass }),
          article: (article, step, sections) => {
            read.push({ article, step, sections, phrases });
            phrases = [];
          },
        });
        expect(read).toEqual(list);
      });
    }),
  );
});

test('a weight is at most half a step off', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.06, max: 50, noNaN: true }), weight => {
      const near = WEIGHTS[weightStep(weight)] as number;
      expect(Math.abs(Math.log(near / weight))).toBeLessThanOrEqual(Math.log(WEIGHTS[1]! / WEIGHTS[0]!) / 2 + 1e-9);
    }),
  );
});

test('a sealed file comes back; cut off, altered or of another version it is refused by name', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(7), (content, place, bit) => {
      const sealed = seal(content, 2);
      expect(unseal(sealed, 'a.bin', [2])).toEqual(content);
      expect(() => unseal(sealed.slice(0, place % sealed.length), 'a.bin', [2])).toThrow(/^a\.bin: expected/);
      const altered = sealed.slice();
      altered[place % sealed.length]! ^= 1 << bit;
      expect(() => unseal(altered, 'a.bin', [2])).toThrow(/^a\.bin: expected/);
      expect(() => unseal(sealed, 'a.bin', [3, 4])).toThrow('a.bin: expected version 3 or 4, got 2');
    }),
  );
});
