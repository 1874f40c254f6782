import type { OutcomeReport } from '@handrail/protocol';
import { manualClock } from '@handrail/test-kit';
import { beforeEach, expect, test } from 'vitest';
import type { HandrailEvents } from './events.js';
import { createOutcomes, type Outcomes } from './outcomes.js';
import { memoryStorage } from './storage/memory.js';

const PREFIX = 'handrail:shop:';
let clock: ReturnType<typeof manualClock>;
let storage: ReturnType<typeof memoryStorage>;
let sent: OutcomeReport[];
let isOffline: boolean;
let ids: number;
beforeEach(() => {
  clock = manualClock();
  storage = memoryStorage();
  sent = [];
  isOffline = false;
  ids = 0;
});

function open() {
  let leave: () => void = () => {};
  const outcomes = createOutcomes({
    environment: {
      now: clock.now,
      storage,
      onSleep(sleep) {
        leave = sleep;
        return () => {};
      },
      async fetch(url, init) {
        expect(url).toBe('https://help.example/api/v1/outcomes');
        expect(init).toMatchObject({ method: 'POST', keepalive: true, headers: { 'content-type': 'text/plain' } });
        if (isOffline) throw new Error('offline');
        sent.push(JSON.parse(init?.body ?? '') as OutcomeReport);
        return {} as never;
      },
    },
    server: 'https://help.example',
    site: 'shop',
    prefix: PREFIX,
    newId: () => `s${++ids}`,
    locale: () => 'en',
  });
  return { leave: () => leave(), hear: hearer(outcomes), outcomes };
}
const hearer =
  (outcomes: Outcomes) =>
  (type: keyof HandrailEvents, more: object = {}) => {
    const sources = type === 'bot:answer' ? { sources: [{ article: 'a' }] } : {};
    const data = { ...sources, ...(/^(bot|message|handoff|form)/.test(type) ? { conversation: 'c1' } : {}), ...more };
    outcomes.hear({ id: 'e', at: clock.now(), type, instanceId: 'i', data } as never);
  };
const told = () => sent.map(one => `${one.id} ${one.n} ${one.kind} ${one.outcome}`);
type Page = ReturnType<typeof open>;
const chat = ({ hear }: Page, ...more: [keyof HandrailEvents, object?][]) => {
  hear('conversation:start', { id: 'c1' });
  hear('message:sent');
  for (const [type, data] of more) hear(type, data);
};

test('a session that only looked costs one request, and leaves nothing behind', () => {
  const page = open();
  page.hear('search');
  page.hear('search:empty');
  page.hear('article:view');
  page.leave();
  page.leave();
  expect(sent).toEqual([
    {
      site: 'shop',
      id: 's1',
      n: 1,
      kind: 'search',
      outcome: 'assumed',
      answers: 0,
      articles: 1,
      searches: 2,
      locale: 'en',
    },
  ]);
  expect(storage.get(`${PREFIX}outcome`)).toBeNull();
});

test('nothing happened, nothing is told', () => {
  const page = open();
  page.leave();
  page.hear('conversation:end', { id: 'elsewhere' });
  page.hear('conversation:start', { id: 'c1' });
  page.leave();
  expect(sent).toEqual([]);
});

test.each<[string, [keyof HandrailEvents, object?][], string]>([
  ['an answer, and gone', [['bot:answer']], 'assumed'],
  ['this helped', [['bot:answer'], ['bot:vote', { vote: 'yes' }]], 'confirmed'],
  ['thanked after it', [['bot:answer'], ['bot:vote', { vote: 'yes' }], ['message:sent']], 'confirmed'],
  ['this did not help', [['bot:answer'], ['bot:vote', { vote: 'no' }]], 'abandoned'],
  ['no answer', [['bot:noanswer']], 'abandoned'],
  ['the next question found none', [['bot:answer'], ['message:sent'], ['bot:noanswer']], 'abandoned'],
  ['a person after all', [['bot:answer'], ['bot:vote', { vote: 'yes' }], ['handoff:requested']], 'handed_over'],
  ['a message left', [['bot:noanswer'], ['form:submitted']], 'message_left'],
  ['a message left while waiting', [['handoff:requested'], ['form:submitted']], 'handed_over'],
])('a conversation: %s', (_name, events, outcome) => {
  const page = open();
  chat(page, ...events);
  page.leave();
  expect(told()).toEqual([`c1 1 chat ${outcome}`]);
});

test('searches before the first message are of the same session', () => {
  const page = open();
  page.hear('search');
  chat(page, ['bot:answer']);
  page.leave();
  expect(sent).toMatchObject([{ id: 'c1', searches: 1, answers: 1 }]);
});

test('the next page goes on with it: told again only when it ends otherwise', () => {
  const first = open();
  chat(first, ['bot:answer']);
  first.leave();
  const second = open();
  second.leave();
  second.hear('message:sent');
  second.hear('bot:answer');
  second.leave();
  expect(told()).toEqual(['c1 1 chat assumed']);
  second.hear('bot:vote', { vote: 'yes' });
  second.leave();
  expect(told()).toEqual(['c1 1 chat assumed', 'c1 2 chat confirmed']);
  expect(sent[1]).toMatchObject({ answers: 2 });
});

test('surveys of the flow are told with the outcome, those after the end are not', () => {
  const page = open();
  const asked = { conversation: 'c1', survey: 'nps', by: 'flow' };
  chat(page, ['bot:answer'], ['survey:shown', asked]);
  page.leave();
  page.hear('survey:submitted', { ...asked, score: 0 });
  page.hear('survey:submitted', { ...asked, survey: 'csat', score: 5, by: 'end' });
  page.leave();
  page.leave();
  expect(sent.map(one => one.surveys)).toEqual([{ nps: null }, { nps: 0 }]);
  expect(sent.map(one => one.n)).toEqual([1, 2]);
});

test('who comes back for the same article within seven days is told of; later, and for another one, is not', () => {
  const page = open();
  const answers = (article: string) => ['bot:answer', { sources: [{ article }] }] as [keyof HandrailEvents, object];
  chat(page, answers('returns'));
  page.leave();
  const again = (days: number, conversation: string, article: string) => {
    clock.jump(clock.now() + days * 24 * 60 * 60_000);
    const next = open();
    next.hear('conversation:start', { id: conversation });
    next.hear('message:sent', { conversation });
    next.hear('bot:answer', { conversation, sources: [{ article }] });
    next.leave();
  };
  again(1, 'c2', 'repairs');
  again(5, 'c3', 'returns');
  again(8, 'c4', 'returns');
  expect(sent.map(one => one.again ?? false)).toEqual([false, false, true, false]);
});

test('silence ends it, and so does a new conversation', () => {
  const page = open();
  chat(page, ['bot:answer'], ['bot:resolved', { how: 'assumed' }]);
  expect(told()).toEqual(['c1 1 chat assumed']);
  page.hear('conversation:start', { id: 'c2' });
  page.hear('message:sent', { conversation: 'c2' });
  page.hear('bot:noanswer', { conversation: 'c2' });
  page.hear('conversation:end', { id: 'c2' });
  page.leave();
  expect(told()).toEqual(['c1 1 chat assumed', 'c2 1 chat abandoned']);
});

test('a search half an hour later is another session', async () => {
  const page = open();
  page.hear('search');
  await clock.advance(31 * 60_000);
  page.hear('search');
  page.leave();
  expect(told()).toEqual(['s1 1 search abandoned', 's2 1 search abandoned']);
});

test('a conversation of last week is still the same; a search of today is not of it', async () => {
  const first = open();
  chat(first, ['bot:answer']);
  first.leave();
  await clock.advance(7 * 86_400_000);
  const second = open();
  second.hear('search');
  second.leave();
  second.hear('handoff:requested');
  second.leave();
  expect(told()).toEqual(['c1 1 chat assumed', 's2 1 search abandoned', 'c1 2 chat handed_over']);
});

test('what could not be told is told with the next leave, under the same number', async () => {
  const page = open();
  chat(page, ['bot:answer']);
  isOffline = true;
  page.leave();
  await clock.settle();
  isOffline = false;
  page.leave();
  expect(told()).toEqual(['c1 1 chat assumed']);
});

test('signed out: told, and forgotten', () => {
  const page = open();
  chat(page, ['bot:answer']);
  page.outcomes.forget();
  page.leave();
  expect(told()).toEqual(['c1 1 chat assumed']);
  expect(storage.get(`${PREFIX}outcome`)).toBeNull();
});
