import { beforeAll, expect, test } from 'vitest';
import { compile } from '../compile/compile.js';
import { checkKnowledgeFile } from '../files/checkKnowledgeFile.js';
import { createFiles } from './files.js';
import { loadIndex } from './loadIndex.js';
import { createSpelling, type Spelling } from './spelling.js';

const BEGINNINGS = ['bar', 'cel', 'dim', 'fon', 'gur', 'hal', 'kep', 'jol', 'mor', 'nus', 'pux', 'rov', 'sit', 'tun'];
const MIDDLES = ['da', 'ke', 'li', 'mo', 'nu', 'ra', 'so', 'ti', 'vu', 'za'];
const ENDS = ['bel', 'dor', 'gan', 'kit', 'lus', 'mer', 'nop', 'rax', 'sef', 'tuy'];
/** 1400 words of eight letters. */
const words = BEGINNINGS.flatMap(begin => MIDDLES.flatMap(middle => ENDS.map(end => begin + middle + end)));
const articles = Array.from({ length: 280 }, (_, n) => ({
  id: `a${n}`,
  title: `Article ${n}`,
  body: Array.from({ length: 40 }, (_, k) => words[(n * 5 + k) % words.length]).join(' '),
}));

let spelling: Spelling;
let read: string[] = [];
let wordFiles: string[] = [];
beforeAll(async () => {
  const files = await compile(articles);
  wordFiles = [...files.keys()].filter(path => path.startsWith('en/words/'));
  const kept = createFiles(async path => {
    read.push(path);
    return files.get(path) ?? '';
  });
  const { locales } = checkKnowledgeFile(await kept.json('knowledge.json'));
  spelling = createSpelling(loadIndex(locales[0]!, kept), []);
});

const nearest = async (word: string) => (await spelling.correct(word)).map(({ term }) => term)[0];

const SLIPS: readonly (readonly [string, (word: string) => string])[] = [
  ['the first letter', word => `x${word.slice(1)}`],
  ['first letter missing', word => word.slice(1)],
  ['first two letters swapped', word => `${word[1]}${word[0]}${word.slice(2)}`],
  ['a letter before the first', word => `w${word}`],
  ['a letter in the middle', word => `${word.slice(0, 4)}w${word.slice(5)}`],
  ['letters in the middle swapped', word => `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`],
  ['the last letter', word => `${word.slice(0, -1)}w`],
  ['last letter missing', word => word.slice(0, -1)],
  ['last two letters swapped', word => `${word.slice(0, -2)}${word[7]}${word[6]}`],
];

test.each(SLIPS)('%s', async (_, slip) => {
  for (const word of words.filter((_, n) => n % 70 === 0)) expect(await nearest(slip(word)), word).toBe(word);
});

test('two slips far from the last letter', async () => {
  expect(await nearest('wardqbel')).toBe('bardabel');
});

test('of the list of words only what ends alike and is about as long is read', async () => {
  read = [];
  await spelling.correct('wwwwwwdor');
  const lists = new Set(read.filter(path => path.startsWith('en/words/')));
  expect(lists.size).toBeLessThan(wordFiles.length);
});

test('words written together come apart', async () => {
  expect(await spelling.split('bardabelcelkedor')).toEqual(['bardabel', 'celkedor']);
  expect(await spelling.split('bardabelwwww')).toBeNull();
  expect(await spelling.split('bardabel'.repeat(50))).toBeNull();
});
