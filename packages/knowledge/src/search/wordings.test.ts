import { expect, test } from 'vitest';
import { languageData } from '../compile/languageData.js';
import { createLanguage } from '../text/language.js';
import { createReword } from './wordings.js';

const language = (locale: string, title = '') => createLanguage(locale, languageData(locale, [title]));

test('a word is exchanged for the others of its group, inflected or not', () => {
  const reword = createReword([['refund', 'money back', 'reimbursement']], language('en'));
  expect(reword('when do refunds arrive')).toEqual(['when do money back arrive', 'when do reimbursement arrive']);
  expect(reword('get my money back')).toEqual(['get my refund', 'get my reimbursement']);
  expect(reword('money for my back')).toEqual([]);
});

test('works in scripts without spaces', () => {
  const reword = createReword([['退款', '退钱']], language('zh-Hans', '退款'));
  expect(reword('怎么退钱')).toEqual(['怎么退款']);
});

test('never more wordings than can be searched at once, and none without a group', () => {
  const many = Array.from({ length: 30 }, (_, n) => `word${n}`);
  expect(createReword([many], language('en'))('word7 please').length).toBe(4);
  expect(createReword([], language('en'))('word7 please')).toEqual([]);
  expect(createReword([['', '!']], language('en'))('word7 please')).toEqual([]);
});
