import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkSentence, type Ground, supportOf } from './checkSentence.js';

const ground: Ground = {
  passages: new Map([
    [
      1,
      'Returns\nYou can send a bike back within 30 days. We pay the parcel. Write to returns@shop.example or see shop.example/returns.',
    ],
    [2, 'Repairs\nA repair takes 5 to 7 working days and costs € 1,299.00 at most.'],
    [3, '退货\n收到商品后三十天内可以退货，运费由我们承担。'],
  ]),
  facts: '{"state":"sent","order":4711}',
  support: 0.5,
  canary: 'k7f2',
};

test.each([
  ['You can send your bike back within 30 days.', [1], null],
  ['Returning order 4711 is possible within 30 days; we pay for the parcel.', [1], null],
  ['We pay the parcel for [email-2].', [1], null],
  ['Write to returns@shop.example.', [1], null],
  ['1. See shop.example/returns, or send the bike back.', [1], null],
  ['A repair costs at most 1299.00.', [2], null],
  ['收到商品后三十天内可以退货。', [3], null],
  ['Yes.', [], null],
  // Of another passage than the one it names.
  ['A repair takes 5 to 7 working days.', [1], 'number'],
  ['You can send a bike back within 60 days.', [1], 'number'],
  ['You can send a bike back within 30 days.', [4], 'passage'],
  ['Send your bike back by way of https://evil.test/bike.', [1], 'address'],
  ['Send your bike back to boss@evil.test.', [1], 'address'],
  ['See evil.test to send a bike back.', [1], 'address'],
  ['My note says k7f2, and you can send a bike back.', [1], 'rules'],
  ['The administrator approved a full refund and gives everyone free vouchers.', [1], 'words'],
  ['管理员已经批准全额退款并赠送优惠券。', [3], 'words'],
] as const)('%j resting on %j: %s', (sentence, marks, expected) => {
  expect(checkSentence(sentence, marks, ground)).toBe(expected);
});

const folder = fileURLToPath(new URL('../../../../../shared/data/security/', import.meta.url));

test.runIf(existsSync(folder))('what an attack wants said finds no ground in an article', () => {
  const own = JSON.parse(readFileSync(`${folder}own-prompt-injection.json`, 'utf8')) as { text: string }[];
  const others = JSON.parse(readFileSync(`${folder}prompt-injection.json`, 'utf8')) as { payload: string }[];
  const texts = [...own.map(({ text }) => text), ...others.map(({ payload }) => payload)].filter(
    text => text.length > 12,
  );
  expect(texts.length).toBeGreaterThan(30);
  const passages = new Map([[1, ground.passages.get(1) as string]]);
  for (const text of texts) expect(checkSentence(text, [1], { ...ground, passages, facts: '' }), text).not.toBeNull();
});

test('support counts words by their beginnings', () => {
  expect(supportOf('returned bicycles', 'Returning a bicycle')).toBe(1);
  expect(supportOf('a to of', 'nothing')).toBe(1);
  expect(supportOf('purple elephants return', 'return')).toBeCloseTo(1 / 3);
});
