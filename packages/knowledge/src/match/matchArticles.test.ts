import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { compile } from '../compile/compile.js';
import { readFolder } from '../compile/readFolder.js';
import { type Knowledge, loadKnowledge } from '../knowledge.js';

/** A question and the articles that answer it, `null` for none. */
type Question = readonly [text: string, answer: string | readonly string[] | null];

/** What the bot takes as an answer. */
const ANSWER = 0.7;

const help = fileURLToPath(new URL('../../../../examples/shop/help', import.meta.url));
const fixture = new URL('fixtures/shopQuestions.json', import.meta.url);

async function openShop(): Promise<Knowledge> {
  const { articles } = await readFolder(help);
  const files = await compile(articles, { folder: help, onProblem: () => {} });
  return loadKnowledge(async path => files.get(path) ?? '');
}

let shop: Knowledge;
beforeAll(async () => {
  shop = await openShop();
}, 30_000);

async function ask(knowledge: Knowledge): Promise<Record<'first' | 'right' | 'wrong' | 'outside', number>> {
  const counts = { first: 0, right: 0, wrong: 0, outside: 0 };
  const sets = JSON.parse(await readFile(fixture, 'utf8')) as Record<string, readonly Question[]>;
  for (const [locale, questions] of Object.entries(sets)) {
    for (const [text, answer] of questions) {
      const [match] = await knowledge.match(text, { locale });
      const isRight = answer !== null && match !== undefined && [answer].flat().includes(match.id);
      const isAnswered = (match?.probability ?? 0) >= ANSWER;
      if (isRight) counts.first++;
      if (isAnswered && isRight) counts.right++;
      if (isAnswered && !isRight) counts.wrong++;
      if (isAnswered && answer === null) counts.outside++;
    }
  }
  return counts;
}

test('80 questions to a help centre, 20 of them out of its scope: no worse than measured', async () => {
  const { first, right, wrong, outside } = await ask(shop);
  expect(first, 'right article first, of 60').toBeGreaterThanOrEqual(46);
  expect(right, 'answered right, of 60').toBeGreaterThanOrEqual(33);
  expect(wrong, 'answered wrong, of 80').toBeLessThanOrEqual(3);
  expect(outside, 'answered out of scope, of 20').toBeLessThanOrEqual(0);
});

test.each([
  ['en', 'How long is the warranty on the frame?', 'warranty-frame'],
  ['en', 'where is my order', 'track-your-order'],
  ['en', 'do you ship to Norway', 'shipping-costs'],
])('%s: %s', async (locale, text, id) => {
  expect((await shop.match(text, { locale }))[0]?.id).toBe(id);
});

test.each([
  ['en', 'what is the capital of France'],
  ['zh-Hans', '明天天气怎么样'],
  ['zh-Hans', '现在几点了'],
  ['zh-Hans', '我该怎么办'],
  ['en', 'could you please help me with this?'],
])('%s: %s is not answered', async (locale, text) => {
  expect((await shop.match(text, { locale }))[0]?.probability ?? 0).toBeLessThan(ANSWER);
});

test.each(['battery shipp', 'batery shipp'])('search while typing: %s', async query => {
  expect((await shop.search(query))[0]?.id).toBe('battery-shipping');
});
