import { expect, test } from 'vitest';
import { recogniseDistress } from './distress.js';
import { allPhrases } from './phrases/allPhrases.js';

test.each([
  ['This is ridiculous', ['word: ridiculous']],
  ['WHERE IS MY TERRIBLE ORDER', ['word: terrible', 'capitals']],
  ['Still waiting!!! so annoying', ['word: still waiting', 'word: annoying', 'row of marks']],
  ['WHERE IS MY ORDER!!!', ['capitals', 'row of marks']],
  ["I'm crying, please help", ['word: i m crying']],
  ['太过分了！！！', ['word: 太过分', 'word: 过分', 'row of marks']],
  ['气死我了', ['word: 气死']],
  ['هذه مهزلة', ['word: مهزله']],
  ['غير مقبول!!!', ['word: غير مقبول', 'row of marks']],
  ['Das ist eine Frechheit', ['word: frechheit']],
  ["C'est inadmissible", ['word: inadmissible']],
  ['Esto es inaceptable', ['word: inaceptable']],
  ['ふざけるな', ['word: ふざけるな']],
  ['짜증나요 진짜', ['word: 짜증나', 'word: 짜증']],
])('%s', (text, signs) => {
  expect(recogniseDistress(text, allPhrases)).toEqual(expect.arrayContaining(signs));
});

test.each([
  'Where is my order?',
  'I am not angry, just curious',
  'Is this email a scam?',
  'Great product!!!',
  'How do I return my USB-C HDMI adapter?',
  'A terrible question maybe, sorry',
  '怎么退货？',
  '我不生气',
  '有点着急',
  'كيف أعيد الطلب؟',
  'Ich bin nicht sauer',
  'no estoy enojado',
  '返品したいです',
  '환불하고 싶어요',
  'NASA',
])('calm: %s', text => {
  expect(recogniseDistress(text, allPhrases)).toBeNull();
});
