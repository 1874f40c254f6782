import { beforeAll, expect, test } from 'vitest';
import { compile } from './compile/compile.js';
import { loadKnowledge } from './knowledge.js';
import type { Encoder, EncoderOptions } from './match/encoder.js';
import type { Match } from './match/matchArticles.js';

const TITLES = ['Returning a bike', 'Sending a bike', 'Insuring a bike', 'Renting a bike'];
const MESSAGE = 'what about a bike';

let files: ReadonlyMap<string, string | Uint8Array>;
let words: Match[];
beforeAll(async () => {
  const articles = TITLES.map((title, at) => ({ id: `a${at}`, title, body: 'Nothing more.', locale: 'en' }));
  files = await compile(articles, { onProblem: () => {} });
  words = await match();
});

async function match(options?: EncoderOptions, explain = false): Promise<Match[]> {
  const knowledge = await loadKnowledge(async path => files.get(path) ?? '', options);
  return knowledge.match(MESSAGE, { limit: 4, explain });
}

/** Finds the message like every text with this word in it, and unlike the others. */
const fond = (word: string): Encoder => ({
  name: 'fond',
  encode: async (texts, role) =>
    texts.map(text => (role === 'message' || text.includes(word) ? Float32Array.of(1, 0) : Float32Array.of(0, 1))),
});

test('evidence of an encoder moves candidates by its weight', async () => {
  const chance = (matches: readonly Match[], id: string) => matches.find(each => each.id === id)?.probability ?? 0;
  const some = await match({ encoder: fond('Renting'), weight: 1 });
  const more = await match({ encoder: fond('Renting') });
  expect(chance(some, 'a3')).toBeGreaterThan(chance(words, 'a3'));
  expect(chance(more, 'a3')).toBeGreaterThan(chance(some, 'a3'));
  expect(more[0]?.id).toBe('a3');
  expect(await match({ encoder: fond('Renting'), weight: 0 })).toEqual(words);
});

test('points add up to what makes the probability', async () => {
  const matches = await match({ encoder: fond('Insuring') }, true);
  const exp = (points: readonly { readonly points: number }[]) =>
    Math.exp(points.reduce((sum, each) => sum + each.points, 0));
  const odds = matches.map(({ explanation }) => exp(explanation?.points ?? []));
  const all = odds.reduce((sum, each) => sum + each, exp(matches[0]?.explanation?.none ?? []));
  matches.forEach(({ probability }, at) => {
    expect(probability).toBeCloseTo((odds[at] ?? 0) / all, 9);
  });
});

test.each<[string, Partial<EncoderOptions> & { readonly encode: Encoder['encode'] }, string]>([
  [
    'hangs',
    { encode: () => new Promise(() => {}), wait: async () => {} },
    'expected an answer within 1000 ms, got none',
  ],
  [
    'has vectors of two lengths',
    { encode: async (texts, role) => texts.map(() => new Float32Array(role === 'message' ? 2 : 3).fill(1)) },
    'expected vectors of one length, got 3 and 2 numbers',
  ],
  ['fails', { encode: () => Promise.reject(new Error('no memory')) }, 'no memory'],
])('an encoder that %s: words answer, and say so', async (_name, { encode, ...options }, problem) => {
  const told: string[] = [];
  const encoder = { name: 'bad', encode };
  const given = { ...options, encoder, onProblem: (each: string) => told.push(each) };
  expect(await match(given)).toEqual(words);
  expect((await match(given, true))[0]?.explanation?.encoder).toEqual({
    name: 'bad',
    problem: `encoder bad: ${problem}`,
  });
  expect(told[0]).toBe(`encoder bad: ${problem}`);
});

test('an option out of its range is refused at once', async () => {
  await expect(match({ encoder: fond('a'), weight: -1 })).rejects.toThrow(
    'loadKnowledge: weight: expected a number from 0 to 100, got -1',
  );
});
