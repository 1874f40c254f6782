import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classify } from './classify.js';
import { openModel } from './intentModel.js';
import { type Sample, train } from './train.js';

const samples: Sample[] = JSON.parse(readFileSync(new URL('fixtures/intentSamples.json', import.meta.url), 'utf8'));

const saved = JSON.stringify(train(samples));
const fields = JSON.parse(saved) as Record<string, unknown>;

test.each([
  ['version', 1, 'version: expected 2, got 1'],
  ['version', 7, 'version: expected 2, got 7'],
  ['version', undefined, 'version: expected 2, got nothing'],
  ['intents', 'x', 'intents: expected a list of names, got "x"'],
  ['intents', [], 'intents: expected at least one, got []'],
  ['intents', ['a', 'a', 'b', 'c'], 'intents: expected each name once, got ["a","a","b","c"]'],
  ['intents', ['a', 7, 'b', 'c'], 'intents[1]: expected one of names, got 7'],
  ['counts', [4], 'counts: expected 4 numbers, got 1'],
  ['counts', [4, 4, 4, -1], 'counts[3]: expected one of whole numbers above 0, got -1'],
  ['bias', [1, 2], 'bias: expected 4 or 5 numbers, got 2'],
  ['bias', [1, null, 1, 1], 'bias[1]: expected one of numbers, got null'],
  ['scope', [1, 2, 3], 'scope: expected 4 numbers, got 3'],
  ['scale', 0, 'scale: expected a number above 0, got 0'],
  ['sharpness', '3', 'sharpness: expected a number above 0, got "3"'],
  ['buckets', 7, 'buckets: expected a text, got 7'],
  ['buckets', '~#', 'buckets, character 1: expected a rising number'],
  ['buckets', '"', 'buckets, character 0: expected a digit, got "\\""'],
  ['rarity', '', 'characters, got 0'],
  ['weights', '', 'features, got 0'],
  ['weights', '#O!', 'weights, character 0: expected a class, got -1'],
])('refuses a model whose %s is %j', (name, value, message) => {
  const open = () => openModel({ ...fields, [name]: value });
  expect(open).toThrow(TypeError);
  expect(open).toThrow(message);
});

test.each([
  ['', 'expected JSON'],
  [saved.slice(0, 500), 'expected JSON'],
  ['null', 'intent model: expected an object, got null'],
  ['[]', 'intent model: expected an object, got []'],
  [undefined, 'intent model: expected an object, got nothing'],
])('refuses what is no model (%#)', (text, message) => {
  expect(() => openModel(text)).toThrow(message);
});

test('a cut text is refused', () => {
  for (const name of ['buckets', 'rarity', 'weights'] as const) {
    const text = fields[name] as string;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), length => {
        expect(() => openModel({ ...fields, [name]: text.slice(0, length) })).toThrow('intent model: ');
      }),
      { numRuns: 50 },
    );
  }
});

test('a text with a wrong character is refused or still a model', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: saved.length - 1 }),
      fc.string({ minLength: 1, maxLength: 1 }),
      (at, other) => {
        const text = saved.slice(0, at) + other + saved.slice(at + 1);
        try {
          classify(openModel(text), 'refund');
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          expect((error as Error).message).toMatch(/^intent model: .*expected .*, got /);
        }
      },
    ),
    { numRuns: 500 },
  );
});
