import { expect, test } from 'vitest';
import type { Candidate } from './candidateTexts.js';
import type { Encoder, EncoderOptions } from './encoder.js';
import { createRerank } from './rerank.js';

/** Letters a and b counted: texts of the same letters point the same way. */
const letters: Encoder = {
  name: 'letters',
  encode: async texts => texts.map(text => Float32Array.of(count(text, 'a'), count(text, 'b'))),
};
const count = (text: string, letter: string) => text.split(letter).length - 1;

const candidate = (title: string, questions: readonly string[] = []): Candidate => ({
  article: { id: title, title, questions, tree: [], minutes: 1, related: [] },
  section: undefined,
});
const CANDIDATES = [candidate('a'), candidate('b'), candidate('b', ['aab'])];

const rerank = (options: EncoderOptions = {}) => createRerank({ encoder: letters, ...options });
const broken = (encode: () => unknown): Encoder => ({ name: 'broken', encode: encode as Encoder['encode'] });

test('the nearest text of each candidate, from the mean, by the weight', async () => {
  const { points, encoder } = await rerank({ weight: 20 })('a', CANDIDATES);
  const mean = (1 + 0 + 2 / Math.sqrt(5)) / 3;
  const values = points.map(({ value }) => value);
  [1, 0, 2 / Math.sqrt(5)].forEach((similarity, at) => {
    expect(values[at]).toBeCloseTo(similarity - mean, 6);
  });
  expect(points.map(({ points: each }) => each)).toEqual(values.map(value => 20 * value));
  expect(values.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 9);
  expect(encoder).toEqual({ name: 'letters' });
});

test('an encoder that sees no difference changes nothing; one candidate is not compared', async () => {
  const blind = { name: 'blind', encode: async (texts: readonly string[]) => texts.map(() => new Float32Array(3)) };
  expect((await rerank({ encoder: blind })('a', CANDIDATES)).points.map(({ points }) => points)).toEqual([0, 0, 0]);
  const refuse = broken(() => {
    throw new Error('asked');
  });
  expect(await rerank({ encoder: refuse })('a', [candidate('a')])).toEqual({ points: [], encoder: { name: 'broken' } });
});

test('texts are encoded once, the longest unused forgotten first', async () => {
  const asked: string[][] = [];
  const encode: Encoder['encode'] = (texts, role) => {
    if (role === 'article') asked.push([...texts]);
    return letters.encode(texts, role);
  };
  const ask = rerank({ encoder: { name: 'counted', encode }, keptTexts: 2 });
  const both = (...titles: string[]) => titles.map(title => candidate(title));
  await ask('a', both('a', 'b'));
  await ask('b', both('b', 'a'));
  expect(asked).toEqual([['a', 'b']]);
  await ask('a', both('b', 'ab'));
  await ask('a', both('ab', 'a'));
  expect(asked).toEqual([['a', 'b'], ['ab'], ['a']]);
});

test.each<[string, () => unknown, string]>([
  ['rejects', () => Promise.reject(new Error('no memory')), 'no memory'],
  [
    'throws',
    () => {
      throw 'gone';
    },
    'gone',
  ],
  ['gives nothing', async () => undefined, 'expected 3 vectors for 3 texts, got undefined'],
  ['gives too few', async () => [Float32Array.of(1)], 'expected 3 vectors for 3 texts, got 1'],
  ['gives lists', async () => [[1], [1], [1]], 'vector 0: expected a Float32Array with numbers in it, got a list'],
  [
    'gives empty vectors',
    async () => [new Float32Array(), new Float32Array(), new Float32Array()],
    'vector 0: expected a Float32Array with numbers in it, got an empty one',
  ],
  [
    'gives vectors of two lengths',
    async () => [Float32Array.of(1), Float32Array.of(1, 2), Float32Array.of(1)],
    'vector 1: expected 1 numbers as in vector 0, got 2',
  ],
  [
    'gives what is no number',
    async () => [Float32Array.of(1), Float32Array.of(Number.NaN), Float32Array.of(1)],
    'vector 1: expected finite numbers, got NaN at 0',
  ],
])('an encoder that %s is left out', async (_name, encode, problem) => {
  const told: string[] = [];
  const ask = rerank({ encoder: broken(encode), onProblem: each => told.push(each) });
  const left = { points: [], encoder: { name: 'broken', problem: `encoder broken: ${problem}` } };
  expect(await ask('a', CANDIDATES)).toEqual(left);
  expect(await ask('b', CANDIDATES)).toEqual(left);
  expect(told).toEqual([`encoder broken: ${problem}`]);
});

test('a message as long as no article: left out, and right again with the next model', async () => {
  let longer = false;
  const encode: Encoder['encode'] = async texts => texts.map(() => new Float32Array(longer ? 3 : 2).fill(1));
  const ask = rerank({ encoder: { name: 'changed', encode } });
  expect((await ask('a', CANDIDATES)).encoder.problem).toBeUndefined();
  longer = true;
  expect((await ask('a', CANDIDATES)).encoder.problem).toBe(
    'encoder changed: expected vectors of one length, got 2 and 3 numbers',
  );
  expect((await ask('a', CANDIDATES)).encoder.problem).toBeUndefined();
});

test('told once until it has worked again; a listener that throws does no harm', async () => {
  const told: string[] = [];
  let works = false;
  const encode: Encoder['encode'] = async (texts, role) => {
    if (!works) throw new Error('down');
    return letters.encode(texts, role);
  };
  const onProblem = (problem: string) => {
    told.push(problem);
    throw new Error('listener');
  };
  const ask = rerank({ encoder: { name: 'flaky', encode }, onProblem });
  for (const each of [false, false, true, false]) {
    works = each;
    expect((await ask('a', CANDIDATES)).points).toHaveLength(each ? 3 : 0);
  }
  expect(told).toEqual(['encoder flaky: down', 'encoder flaky: down']);
});

/** A wait that ends when it is told to, and an encoder that answers when it is told to. */
function slow() {
  const ends: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  const answers: (() => void)[] = [];
  const encode: Encoder['encode'] = (texts, role) =>
    new Promise(resolve => {
      answers.push(() => resolve(letters.encode(texts, role)));
    });
  return {
    ends,
    signals,
    answers,
    options: {
      encoder: { name: 'slow', encode },
      timeout: 50,
      wait: (ms: number, signal: AbortSignal) => {
        signals.push(signal);
        return new Promise<void>(resolve => {
          ends.push(resolve);
        }).then(() => expect(ms).toBe(50));
      },
    },
  };
}

test('an encoder that hangs: words do not wait, nor ask it again before it has answered', async () => {
  const { ends, answers, options } = slow();
  const ask = rerank(options);
  const first = ask('a', CANDIDATES);
  ends[0]?.();
  expect((await first).encoder.problem).toBe('encoder slow: expected an answer within 50 ms, got none');
  expect((await ask('a', CANDIDATES)).encoder.problem).toBe('encoder slow: still busy with an earlier message');
  expect(answers).toHaveLength(1);
});

test('what it ends late is kept; a wait that is not needed is stopped', async () => {
  const { ends, signals, answers, options } = slow();
  const ask = rerank(options);
  const first = ask('a', CANDIDATES);
  ends[0]?.();
  await first;
  const settle = () => new Promise(resolve => setImmediate(resolve));
  for (const at of [0, 1]) {
    answers[at]?.();
    await settle();
  }
  const second = ask('a', CANDIDATES);
  expect(answers).toHaveLength(3);
  answers[2]?.();
  expect((await second).points).toHaveLength(3);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test.each<[EncoderOptions, string]>([
  [{ weight: Number.NaN }, 'loadKnowledge: weight: expected a number from 0 to 100, got NaN'],
  [{ weight: 101 }, 'loadKnowledge: weight: expected a number from 0 to 100, got 101'],
  [{ timeout: 0 }, 'loadKnowledge: timeout: expected a number from 1 to'],
  [{ keptTexts: -1 }, 'loadKnowledge: keptTexts: expected a number from 0 to'],
])('%j is refused', (options, problem) => expect(() => rerank(options)).toThrow(problem));
