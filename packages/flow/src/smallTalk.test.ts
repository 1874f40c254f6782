import { expect, test } from 'vitest';
import { normalise } from './normalise.js';
import { allPhrases } from './phrases/allPhrases.js';
import { recogniseSmallTalk, recogniseYesNo } from './smallTalk.js';

test.each([
  ['hi', 'hello'],
  ['Good morning!', 'hello'],
  ['你好', 'hello'],
  ['مرحبًا', 'hello'],
  ['Guten Tag', 'hello'],
  ['こんにちは', 'hello'],
  ['안녕하세요', 'hello'],
  ['Thanks a lot!', 'thanks'],
  ['谢谢', 'thanks'],
  ['謝謝你', 'thanks'],
  ['شكرًا', 'thanks'],
  ['Vielen Dank', 'thanks'],
  ['merci beaucoup', 'thanks'],
  ['¡Muchas gracias!', 'thanks'],
  ['ありがとうございます', 'thanks'],
  ['감사합니다', 'thanks'],
  ['再见', 'bye'],
  ['ok', 'fine'],
  ['are you a real person?', 'identity'],
  ['你是机器人吗', 'identity'],
  ['hi, my parcel is late', null],
  ['thanks but where is it', null],
  ['谢谢，请问怎么退货', null],
  ['who are you', 'identity'],
  ['who are you shipping with', null],
  ['is this machine washable', null],
  ['这是人工合成的吗', null],
])('%s -> %s', (text, kind) => {
  expect(recogniseSmallTalk(normalise(text), allPhrases)).toBe(kind);
});

test.each([
  ['yes please', 'yes'],
  ['No, thanks.', 'no'],
  ['不用了', 'no'],
  ['需要', 'yes'],
  ['نعم', 'yes'],
  ['لا شكرًا', 'no'],
  ['nein danke', 'no'],
  ['oui', 'yes'],
  ['no order came', null],
])('%s -> %s', (text, answer) => {
  expect(recogniseYesNo(normalise(text), allPhrases)).toBe(answer);
});
