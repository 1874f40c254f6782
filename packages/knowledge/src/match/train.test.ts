import { expect, test } from 'vitest';
import { classify } from './classify.js';
import { openModel } from './intentModel.js';
import { train } from './train.js';

const intents: Record<string, string[]> = {
  refund: ['i want my money back', 'how do i get a refund', 'refund my order please', 'when will the refund arrive'],
  address: ['change my address', 'i moved to a new flat', 'send it to another address', 'update the delivery address'],
  password: ['i forgot my password', 'reset the password', 'cannot log in with my password', 'new password please'],
  退货: ['我要退货', '怎么申请退货', '退货地址在哪里', '想把东西退回去'],
};
const samples = Object.entries(intents).flatMap(([intent, texts]) => texts.map(text => ({ text, intent })));

test('finds the intent of messages it has not seen', () => {
  const model = train(samples);
  expect(classify(model, 'please reset my pasword').find(({ intent }) => intent !== null)?.intent).toBe('password');
  expect(classify(model, '可以退货吗').find(({ intent }) => intent !== null)?.intent).toBe('退货');
});

test('probabilities add up to one and what is unknown has no intent', () => {
  const answers = classify(train(samples), 'zeppelin pilots whistle quietly');
  expect(answers.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
  expect(answers[0]?.intent).toBeNull();
});

test('the same samples give the same model, and a saved model answers the same', () => {
  const model = train(samples);
  const saved = JSON.stringify(model);
  expect(JSON.stringify(train(samples))).toBe(saved);
  expect(classify(openModel(saved), 'refund')).toEqual(classify(openModel(JSON.parse(saved)), 'refund'));
  expect(() => openModel({ version: 7 })).toThrow('expected version 1, got 7');
});

test('refuses to learn from nothing', () => {
  expect(() => train([{ text: 'x', intent: null }])).toThrow('expected samples with an intent');
});
