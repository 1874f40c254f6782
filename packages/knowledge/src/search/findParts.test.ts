import { expect, test } from 'vitest';
import { findParts } from './findParts.js';
import { createSplitWord } from './splitWord.js';

const known = new Set(['reset', 'password', 'pass', 'word', 'order', 'rahmen', 'garantie', 'zeit']);
const options = { shortest: 3, links: ['s'], most: 4 };

async function ask(word: string) {
  const asked: string[] = [];
  const parts = await findParts(word, options, async part => {
    asked.push(part);
    return known.has(part);
  });
  return { parts: [...parts].sort(), asked };
}

test.each([
  ['resetpassword', ['pass', 'password', 'reset', 'word']],
  ['rahmensgarantie', ['garantie', 'rahmen']],
  ['orderzeit', ['order', 'zeit']],
  ['xorder', []],
])('parts that can be reached in %s', async (word, parts) => {
  expect((await ask(word)).parts).toEqual(parts);
});

test('they are enough to cut the word', async () => {
  const word = 'resetpassword';
  const parts = new Set((await ask(word)).parts);
  expect(createSplitWord(part => parts.has(part), options)(word)).toEqual(['reset', 'password']);
});

test('asks for nothing behind what is unknown', async () => {
  const { asked } = await ask('xorderzeit');
  expect(asked.every(part => part.startsWith('x'))).toBe(true);
  expect(asked).not.toContain('xorderzeit');
});
