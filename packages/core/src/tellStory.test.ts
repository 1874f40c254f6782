import type { FlowState } from '@handrail/flow';
import { explain, StorySchema } from '@handrail/protocol/schema';
import { countedIds, manualClock } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { createStoryKeeper } from './storyKeeper.js';
import { tellStory } from './tellStory.js';
import { textBytes } from './textBytes.js';
import type { BotTurn } from './thread.js';

const newId = countedIds();
function make(page = { url: 'https://shop.example/', title: 'Shop' }) {
  const story = createStoryKeeper(manualClock());
  const tell = (turns: readonly BotTurn[], vars: FlowState['vars'] = {}) =>
    tellStory(
      { page: () => page, zone: 'Europe/Berlin', device: 'desktop' },
      { ...story.save(), turns, locale: 'zh-Hant', flow: { vars } as FlowState },
    );
  return { story, tell };
}
const turn = (text: string, more: Partial<BotTurn> = {}): BotTurn => ({
  id: newId(),
  by: 'visitor',
  text,
  at: 5,
  ...more,
});

test('tells turns with their source, and passes the schema whatever it was given', () => {
  const { story, tell } = make({ url: 'u'.repeat(5_000), title: 't'.repeat(500) });
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
  const told = tell([turn(long), turn('', { by: 'bot', answer, vote: 'no', missed: true })]);
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
  const { story, tell } = make();
  const long = char.repeat(2_000);
  for (let i = 0; i < 25; i++) {
    story.searched(`${i} ${long}`, 1);
    story.opened({ id: `a${i}`, title: long, section: null }, true);
    story.voted(`a${i}`, 'no', [], long);
  }
  const turns = Array.from({ length: 60 }, (_, i) => turn(`${i} ${long}`));
  const told = tell(turns);
  expect(textBytes(JSON.stringify(told))).toBeLessThanOrEqual(44 * 1024);
  expect(told.transcript.at(-1)?.id).toBe(turns.at(-1)?.id);
  expect(told.searches.length).toBeLessThanOrEqual(20);
  expect(explain(StorySchema, told)).toEqual([]);
});

test('what the flow was told is told on, as texts, within 4 KiB', () => {
  const { tell } = make();
  expect(tell([], {})).not.toHaveProperty('answers');
  expect(tell([], { order: 'NB-204815', parts: 2, gift: false, note: '' }).answers).toEqual([
    { name: 'order', value: 'NB-204815' },
    { name: 'parts', value: '2' },
    { name: 'gift', value: 'false' },
  ]);
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`v${n}`, '語'.repeat(n === 0 ? 5_000 : 20)]));
  const told = tell([], many);
  expect(explain(StorySchema, told)).toEqual([]);
  expect(textBytes((told.answers ?? []).map(({ name, value }) => name + value).join(''))).toBeLessThanOrEqual(4 * 1024);
});

test('what the page said of its customer stands beside what was signed, not verified; forgotten with the customer', () => {
  const { story, tell } = make();
  story.describe(() => ({ plan: 'gold' }));
  expect(tell([turn('Hello')]).attributes).toEqual([{ name: 'plan', value: 'gold', verified: false }]);
  const next = createStoryKeeper(manualClock());
  next.load(story.save());
  expect(next.save().said).toEqual({ plan: 'gold' });
  next.clear();
  expect(next.save()).not.toHaveProperty('said');
});
