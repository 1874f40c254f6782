import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classify } from './classify.js';
import { openModel } from './intentModel.js';
import { type Sample, train } from './train.js';

const samples: Sample[] = JSON.parse(readFileSync(new URL('fixtures/intentSamples.json', import.meta.url), 'utf8'));
const intents = ['refund', 'address', 'password', '退货'];

const model = train(samples);

test('finds the intent of messages it has not seen', () => {
  const best = (text: string) => classify(model, text).find(({ intent }) => intent !== null)?.intent;
  expect(best('please reset my pasword')).toBe('password');
  expect(best('可以退货吗')).toBe('退货');
});

test('a word of the same concept is understood without having been seen, in other languages too', () => {
  const best = (text: string) => classify(model, text).find(({ intent }) => intent !== null)?.intent;
  expect(best('reimbursement')).toBe('refund');
  expect(best('changing where i live')).toBe('address');
  expect(best('Rückerstattung')).toBe('refund');
  expect(best('パスワード')).toBe('password');
});

test('probabilities add up to one, the most probable first, and what is unknown has no intent', () => {
  const answers = classify(model, 'zeppelin pilots whistle quietly');
  expect(answers[0]?.intent).toBeNull();
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...samples.map(({ text }) => text))), text => {
      const chances = classify(model, text).map(({ probability }) => probability);
      expect(chances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
      expect(chances).toEqual([...chances].sort((a, b) => b - a));
    }),
  );
});

test('learns what is out of scope from samples without an intent', () => {
  const none = ['sing a song', 'what is the weather', 'who won the match', 'tell me a joke', 'play some music'].flatMap(
    text => ['', ' now', ' please', ' for me', ' today'].map(end => ({ text: text + end, intent: null })),
  );
  const taught = train([...samples, ...samples, ...samples, ...none, ...none]);
  expect(classify(taught, 'please sing a joke')[0]?.intent).toBeNull();
  expect(classify(taught, 'refund my order please')[0]?.intent).toBe('refund');
});

test('the same samples give the same model, and a saved model answers the same', () => {
  const saved = JSON.stringify(model);
  expect(JSON.stringify(train(samples))).toBe(saved);
  expect(JSON.stringify(openModel(saved))).toBe(saved);
  for (const { text } of samples) {
    expect(classify(openModel(saved), text)).toEqual(classify(model, text));
    expect(classify(openModel(JSON.parse(saved)), text)).toEqual(classify(model, text));
  }
});

test('any samples make a model that survives being saved', () => {
  const name = fc.constantFrom('__proto__', 'constructor', 'a b', '退货', 'x', 'y', 'z', 'u', 'v', 'w', null);
  const sample = fc.record({ text: fc.string({ unit: 'binary' }), intent: name });
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 40 }), fc.string({ unit: 'binary' }), (given, text) => {
      fc.pre(given.some(({ intent }) => intent !== null));
      const made = train(given);
      const answers = classify(made, text);
      expect(classify(openModel(JSON.stringify(made)), text)).toEqual(answers);
      expect(new Set(answers.map(({ intent }) => intent)).size).toBe(made.intents.length + 1);
      expect(answers.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['nothing', ''],
  ['spaces', '   \n'],
  ['a lone surrogate', `refund \ud83d`],
  ['a name of Object', '__proto__ constructor'],
  ['an unknown script', 'ᚠᚢᚦᚨᚱᚲ 𐎀𐎁𐎂'],
  ['one long word', 'x'.repeat(100_000)],
  ['many words', 'refund my order '.repeat(7_000)],
  ['characters that grow when folded', '\ufdfa'.repeat(30_000)],
])('%s is answered quickly', (_name, text) => {
  classify(model, text);
  const from = performance.now();
  expect(classify(model, text)).toHaveLength(intents.length + 1);
  expect(performance.now() - from).toBeLessThan(50);
});

test.each([
  [[{ text: 'x', intent: null }], 'train: samples: expected some with an intent, got none'],
  [[], 'train: samples: expected some with an intent, got none'],
  ['x', 'train: samples: expected a list, got "x"'],
  [[{ text: 'x', intent: 'a' }, null], 'train: samples[1]: expected { text, intent }, got null'],
  [[{ text: 7, intent: 'a' }], 'train: samples[0].text: expected a text, got 7'],
  [[{ text: 'x' }], 'train: samples[0].intent: expected a name or null, got nothing'],
  [[{ text: 'x', intent: '' }], 'train: samples[0].intent: expected a name or null, got ""'],
])('refuses samples that are none (%#)', (given, message) => {
  expect(() => train(given as never)).toThrow(new TypeError(message));
});

test('a smaller model knows fewer features', () => {
  expect(train(samples, { size: 50 }).scorer.vocabulary.buckets.length).toBe(50);
  expect(() => train(samples, { size: 0 })).toThrow('train: options.size: expected a whole number above 0, got 0');
});
