import { describe, expect, test } from 'vitest';
import { readShopArticles } from './readShopArticles.js';
import {
  ANSWERED_CLASSES,
  OUTSIDE_KINDS,
  readShopQuestions,
  SHOP_LOCALES,
  type ShopQuestion,
} from './readShopQuestions.js';
import { splitOf } from './splitOf.js';

/** Words of a title that say nothing of its subject. */
const EMPTY = new Set(
  `a an and another are at be by do does first for from go how in not of on one or other right the through to up use vat
  way ways what when whether with you your 怎么 么办 多久 没有 您的`.split(/\s+/),
);

/** Words cut to five letters, so that endings do not count; overlapping pairs of Chinese characters. */
function contentOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g) ?? [];
  const pairs = (text.match(/[\u4e00-\u9fff]+/g) ?? []).flatMap(run =>
    [...run].slice(1).map((sign, place) => (run[place] ?? '') + sign),
  );
  return [
    ...words.filter(word => !EMPTY.has(word)).map(word => word.slice(0, 5)),
    ...pairs.filter(pair => !EMPTY.has(pair)),
  ];
}

const simple = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
const inSplit = (questions: readonly ShopQuestion[], cls: string, split: string) =>
  questions.filter(question => question.cls === cls && question.split === split).length;

describe.each(SHOP_LOCALES)('questions in %s', locale => {
  const questions = readShopQuestions(locale);
  const answered = questions.filter(({ relevant }) => relevant.length > 0);
  const outside = questions.filter(({ relevant }) => relevant.length === 0);

  test('every article is asked for in every class, and every id exists', async () => {
    const ids = (await readShopArticles(locale)).map(({ id }) => id);
    const asked = ids.map(id => [
      id,
      ...ANSWERED_CLASSES.filter(cls => answered.some(one => one.cls === cls && one.relevant.includes(id))),
    ]);
    expect(ids).toHaveLength(46);
    expect(asked).toEqual(ids.map(id => [id, ...ANSWERED_CLASSES]));
    expect([...new Set(answered.flatMap(({ relevant }) => relevant))].filter(id => !ids.includes(id))).toEqual([]);
  });

  test('enough of each kind, in both halves', () => {
    expect(answered.length).toBeGreaterThanOrEqual(46 * 6);
    expect(outside.length).toBeGreaterThanOrEqual(120);
    expect([...new Set(answered.map(({ cls }) => cls))].sort()).toEqual([...ANSWERED_CLASSES].sort());
    expect([...new Set(outside.map(({ cls }) => cls))].sort()).toEqual([...OUTSIDE_KINDS].sort());
    for (const cls of ANSWERED_CLASSES) {
      expect(inSplit(questions, cls, 'tune'), `${cls}, tune`).toBeGreaterThanOrEqual(15);
      expect(inSplit(questions, cls, 'report'), `${cls}, report`).toBeGreaterThanOrEqual(15);
    }
  });

  test('the half is the one of the text, and no text stands twice', () => {
    expect(questions.filter(({ q, split }) => split !== splitOf(q))).toEqual([]);
    const texts = questions.map(({ q }) => simple(q) || q);
    expect(texts.filter((text, place) => texts.indexOf(text) < place)).toEqual([]);
  });

  test('none is a title or question of an article, and a paraphrase has no word of the title', async () => {
    const articles = await readShopArticles(locale);
    const own = new Set(articles.flatMap(({ title, questions: listed = [] }) => [title, ...listed].map(simple)));
    expect(answered.filter(({ q, cls }) => cls !== 'keywords' && own.has(simple(q)))).toEqual([]);
    const titles = new Map(articles.map(({ id, title }) => [id, new Set(contentOf(title))]));
    const shared = answered.flatMap(({ q, cls, relevant: [id = ''] }) =>
      cls === 'paraphrase'
        ? contentOf(q).flatMap(word => (titles.get(id)?.has(word) ? [`${id}: ${q} (${word})`] : []))
        : [],
    );
    expect(shared).toEqual([]);
  });
});
