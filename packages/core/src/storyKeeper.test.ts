import { explain, StorySchema } from '@handrail/protocol/schema';
import { countedIds, manualClock } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { createStoryKeeper } from './storyKeeper.js';
import { textBytes } from './textBytes.js';
import type { BotTurn } from './thread.js';

const newId = countedIds();
function make(page = { url: 'https://shop.example/', title: 'Shop' }) {
  const clock = manualClock();
  const story = createStoryKeeper({ now: clock.now, page: () => page, zone: 'Europe/Berlin', device: 'desktop' });
  return { clock, story, queries: () => story.save().searches.map(search => search.query) };
}
const turn = (text: string, more: Partial<BotTurn> = {}): BotTurn => ({
  id: newId(),
  by: 'visitor',
  text,
  at: 5,
  ...more,
});

test('queries that continue each other are one search; an opened article ends it', () => {
  const { story, queries } = make();
  for (const query of ['p', 'pa', 'parcel', 'parce', ' parcel late ', '  ']) story.searched(query, 2);
  expect(queries()).toEqual(['parcel late']);
  story.opened({ id: 'shipping', title: 'Shipping', section: null }, true);
  story.searched('parcel late again', 0);
  expect(story.save().searches).toMatchObject([{ query: 'parcel late', opened: 'shipping' }, { results: 0 }]);
  for (let i = 0; i < 30; i++) story.searched(`${i} search`, 1);
  expect(queries()).toHaveLength(20);
  expect(queries().at(-1)).toBe('29 search');
});

test('dwell in seconds, until the article is left, never below 0', () => {
  const { story, clock } = make();
  const dwell = () => story.save().articles.map(article => article.dwell);
  story.opened({ id: 'a', title: 'A', section: 's' }, false);
  clock.jump(clock.now() + 12_400);
  story.left();
  clock.jump(clock.now() + 60_000);
  story.left();
  expect(dwell()).toEqual([12]);
  story.opened({ id: 'b', title: 'B', section: null }, false);
  clock.jump(clock.now() + 3_000);
  story.opened({ id: 'c', title: 'C', section: null }, false);
  clock.jump(clock.now() - 3_600_000);
  story.left();
  expect(dwell()).toEqual([12, 3, 0]);
});

test('votes and saved parts come back; clear forgets', () => {
  const { story } = make();
  story.opened({ id: 'a', title: 'A', section: null }, false);
  story.voted('a', 'no', ['unclear', 'unclear'], 'x'.repeat(3_000));
  const saved = story.save();
  expect(saved.articles).toMatchObject([{ vote: 'no', reasons: ['unclear'] }]);
  const next = make().story;
  next.load(saved);
  next.load({});
  expect(next.save()).toEqual(saved);
  next.clear();
  expect(next.save()).toEqual({ searches: [], articles: [] });
});

test('tells turns with their source, and passes the schema whatever it was given', () => {
  const { story } = make({ url: 'u'.repeat(5_000), title: 't'.repeat(500) });
  const long = '𝒳'.repeat(2_000);
  story.searched(long, 1);
  story.opened({ id: 'a', title: long, section: 's' }, true);
  story.voted('a', 'yes', [], long);
  const answer = {
    article: 'a',
    title: long,
    section: 's',
    sectionTitle: long,
    probability: 0.4,
    locale: 'en',
    quote: [],
  };
  const told = story.tell([turn(long), turn('', { by: 'bot', answer, vote: 'no', missed: true })], 'zh-Hant');
  expect(explain(StorySchema, told)).toEqual([]);
  expect(told.transcript[1]).toMatchObject({
    text: '…',
    vote: 'no',
    missed: true,
    source: { article: 'a', section: 's' },
  });
  expect(JSON.stringify(told)).not.toMatch(/\\ud8/);
});

test.each(['x', 'ж', '語', '😀', '\u0001'])('is at most 44 KiB, newest kept, with texts of %j', char => {
  const { story } = make();
  const long = char.repeat(2_000);
  for (let i = 0; i < 25; i++) {
    story.searched(`${i} ${long}`, 1);
    story.opened({ id: `a${i}`, title: long, section: null }, true);
    story.voted(`a${i}`, 'no', [], long);
  }
  const turns = Array.from({ length: 60 }, (_, i) => turn(`${i} ${long}`));
  const told = story.tell(turns, 'en');
  expect(textBytes(JSON.stringify(told))).toBeLessThanOrEqual(44 * 1024);
  expect(told.transcript.at(-1)?.id).toBe(turns.at(-1)?.id);
  expect(told.searches.length).toBeLessThanOrEqual(20);
  expect(explain(StorySchema, told)).toEqual([]);
});
