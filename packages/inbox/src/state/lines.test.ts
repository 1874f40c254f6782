import type { Thread } from '@handrail/core';
import { expect, test } from 'vitest';
import { id } from '../../test/ids.js';
import { northwind } from '../../test/northwind.js';
import type { Unsent } from './line.js';
import { conversationLines } from './lines.js';

const NOW = Date.UTC(2026, 10, 2, 14, 6);
const site = northwind(NOW);
const thread = (n: number): Thread => ({
  id: id(n),
  record: site.conversations.find(record => record.id === id(n)) ?? null,
  turns: [],
  flow: null,
  start: 0,
  events: site.logs.get(id(n)) ?? [],
  held: [],
  typing: null,
  queue: null,
  createdAt: NOW,
});

test('the bot’s part is one line, then the log in order', () => {
  const lines = conversationLines(thread(1), [], true, 'mina');
  expect(lines.map(line => line.kind)).toEqual([
    'day',
    'bot',
    'notices',
    'message',
    'notices',
    'message',
    'note',
    'message',
  ]);
  const bot = lines[1];
  expect(bot?.kind === 'bot' && bot.turns.map(turn => [turn.by, turn.vote, turn.missed])).toEqual([
    ['visitor', undefined, undefined],
    ['bot', 'no', undefined],
    ['visitor', undefined, undefined],
    ['bot', undefined, true],
  ]);
});

test('things that happen in a row share a line, and each day begins with its name', () => {
  const lines = conversationLines(thread(6), [], true, 'mina');
  expect(lines.map(line => line.kind)).toEqual(['day', 'bot', 'notices', 'message', 'notices']);
  const [, , handoff, , end] = lines;
  expect(handoff?.kind === 'notices' && handoff.notices.map(notice => notice.what)).toEqual(['handedOver', 'joined']);
  expect(end?.kind === 'notices' && end.notices.map(notice => notice.what)).toEqual(['closed', 'rated']);
});

test('a left message shows as its form', () => {
  const lines = conversationLines(thread(7), [], true, 'mina');
  expect(lines.map(line => line.kind)).toEqual(['day', 'form']);
});

test('delivery follows the customer’s marks', () => {
  const sent = { ...thread(1), record: null };
  const delivery = (of: Thread) =>
    conversationLines(of, [], true, 'mina').flatMap(line =>
      line.kind === 'message' && line.from === 'agent' ? [line.delivery] : [],
    );
  expect(delivery(thread(1))).toEqual(['read']);
  expect(delivery(sent)).toEqual(['sent']);
});

test('what is not in the log yet stands at the end: waiting, sending or refused', () => {
  const entry: Unsent = {
    frame: { t: 'send', id: id(50), conversation: id(1), kind: 'message', body: { text: 'One moment' } },
    at: NOW,
  };
  const last = (unsent: Unsent, online: boolean) => conversationLines(thread(1), [unsent], online, 'mina').at(-1);
  expect(last(entry, true)).toMatchObject({ kind: 'message', from: 'agent', by: 'mina', delivery: 'sending' });
  expect(last(entry, false)).toMatchObject({ delivery: 'waiting' });
  const refused = { code: 'text_too_long', message: 'too long' };
  expect(last({ ...entry, refused }, true)).toMatchObject({ delivery: 'refused', problem: refused });
});

test('a turn that is in the log as well is shown once, and a vote of the log reaches its turn', () => {
  const before = thread(1);
  const started = before.events[0];
  const voted = {
    ...before,
    events: [
      ...before.events,
      {
        ...started,
        id: id(70),
        seq: 8,
        kind: 'vote',
        body: { message: id(904), vote: 'no', reasons: ['outdated'], note: 'old' },
      },
    ] as Thread['events'],
  };
  const bot = conversationLines(voted, [], true, 'mina').find(line => line.kind === 'bot');
  expect(bot?.kind === 'bot' && bot.turns.at(-1)).toMatchObject({ vote: 'no', reasons: ['outdated'], remark: 'old' });
});
