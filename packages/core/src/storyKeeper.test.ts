import { manualClock } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { createStoryKeeper } from './storyKeeper.js';

function make() {
  const clock = manualClock();
  const story = createStoryKeeper(clock);
  return { clock, story, queries: () => story.save().searches.map(search => search.query) };
}

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
