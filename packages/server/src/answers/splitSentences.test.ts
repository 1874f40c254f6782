import { expect, test } from 'vitest';
import { createSentenceReader } from './splitSentences.js';

const ANSWER = 'You have 30 days.[1] Send it unused [1, 2]. \n\n- Print the label. [2]\n- Pack it well! [2] [3]\n';

const trimmed = (sentences: readonly { text: string; marks: readonly number[] }[]) =>
  sentences.map(({ text, marks }) => [text.trim(), ...marks]).filter(([text]) => text !== '');

test.each([1, 2, 3, 7, 1000])('sentences and their marks, however the text is cut (%i characters a piece)', size => {
  const reader = createSentenceReader('en');
  const sentences = [];
  for (let at = 0; at < ANSWER.length; at += size) sentences.push(...reader.add(ANSWER.slice(at, at + size)));
  sentences.push(...reader.end());
  expect(trimmed(sentences)).toEqual([
    ['You have 30 days.', 1],
    ['Send it unused.', 1, 2],
    ['- Print the label.', 2],
    ['- Pack it well!', 2, 3],
  ]);
  expect(sentences.map(({ text }) => text).join('')).toContain('unused. \n\n- Print');
});

test('Chinese has no spaces between sentences', () => {
  const reader = createSentenceReader('zh-Hans');
  const sentences = ['可以在三十天内退货。[1]请保留包装。', '[2]运费由我们承担。'].flatMap(reader.add);
  expect(trimmed([...sentences, ...reader.end()])).toEqual([
    ['可以在三十天内退货。', 1],
    ['请保留包装。', 2],
    ['运费由我们承担。'],
  ]);
});

test('brackets that are no marks stay', () => {
  const reader = createSentenceReader('en');
  const sentences = ['Ask [email-1', '] or [x]. Then [12'].flatMap(reader.add);
  expect(trimmed([...sentences, ...reader.end()])).toEqual([['Ask [email-1] or [x].'], ['Then [12']]);
});
