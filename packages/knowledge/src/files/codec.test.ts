import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader, createByteWriter } from './bytes.js';
import { lowerBound, readLexicon, writeLexicon } from './lexicon.js';
import { type Posting, readPostings, WEIGHTS, weightStep, writePosting } from './postings.js';
import { seal, unseal } from './seal.js';

test('numbers come back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })), numbers => {
      const out = createByteWriter();
      for (const number of numbers) out.varint(number);
      const reader = new ByteReader(out.take());
      expect(numbers.map(() => reader.varint())).toEqual(numbers);
    }),
  );
});

const term = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdé退货电池ーアの가나'), minLength: 1, maxLength: 44 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
);

test('terms and counts come back, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(term, { maxLength: 60 }), fc.infiniteStream(fc.nat(5000)), (given, stream) => {
      const terms = [...given].sort((a, b) => (a < b ? -1 : 1));
      const counts = terms.map(() => stream.next().value as number);
      const out = createByteWriter();
      writeLexicon(out, terms, counts);
      out.byte(77);
      const reader = new ByteReader(out.take());
      const read = readLexicon(reader);
      expect(read.terms).toEqual(terms);
      expect([...read.counts]).toEqual(counts);
      expect(reader.byte()).toBe(77);
      for (const each of terms) expect(lowerBound(read.terms, each)).toBe(terms.findIndex(other => other >= each));
    }),
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

test('postings come back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(posting, { selector: each => each.article, maxLength: 40 }), given => {
      const list: Posting[] = [...given].sort((a, b) => a.article - b.article);
      const out = { heads: createByteWriter(), deltas: createByteWriter(), extras: createByteWriter() };
      list.forEach((each, at) => {
        writePosting(out, each, list[at - 1]?.article ?? 0);
      });
      const from = {
        heads: new ByteReader(out.heads.take()),
        deltas: new ByteReader(out.deltas.take()),
        extras: new ByteReader(out.extras.take()),
      };
      const read: Posting[] = [];
      let phrases: { phrase: number; mass: number }[] = [];
      readPostings(from, list.length, {
        phrase: (_article, phrase, mass) => phrases.push({ phrase, mass }),
        article: (article, step, sections) => {
          read.push({ article, step, sections, phrases });
          phrases = [];
        },
      });
      expect(read).toEqual(list);
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
