import { expect, test } from 'vitest';
import { readFrontMatter } from './readFrontMatter.js';

const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nText`);

test('all keys', () => {
  const yaml = `title: T
aliases: [17, old]
addresses: https://a.example/17
synonyms:
  - basket = cart
  - [bike, bicycle]
draft: true
lang: de
colour: red`;
  expect(read(yaml)).toMatchObject({
    ok: true,
    data: {
      title: 'T',
      aliases: ['17', 'old'],
      addresses: ['https://a.example/17'],
      synonyms: [
        ['basket', 'cart'],
        ['bike', 'bicycle'],
      ],
      draft: true,
      locale: 'de',
    },
    body: 'Text',
    bodyLine: 12,
    unknown: ['colour'],
  });
});

test.each([
  [
    'title: T\nsynonyms: [alone]',
    3,
    'expected a list of "one = other" texts or lists of two words or more for "synonyms", got a list',
  ],
  ['title: T\ndraft: maybe', 3, 'expected true or false for "draft", got the string "maybe"'],
  ['title: [a]', 2, 'expected text for "title", got a list'],
  ['tags: {a: b}', 2, 'expected a list of texts for "tags", got a map'],
  ['a: &a [x]\nb: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]', 2, 'Excessive alias count'],
])('%j', (yaml, line, message) => {
  expect(read(yaml)).toEqual({ ok: false, line, message: expect.stringContaining(message) });
});
