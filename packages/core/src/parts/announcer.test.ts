import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageItem, TimelineItem } from '../timeline.js';
import { type Announced, type AnnouncerOptions, createAnnouncer } from './announcer.js';

const SINCE = 1_000;
const words = {
  assistant: 'Assistant',
  notice: ({ notice, name = '' }: { notice: string; name?: string }) => (notice === 'joined' ? `${name} joined` : ''),
  files: (count: number) => `${count} files`,
  refused: ({ error }: MessageItem) => `Not sent: ${error?.message}`,
  typing: (name: string | undefined) => `${name} is typing`,
};
function listen(more: Partial<AnnouncerOptions> = {}) {
  const said: string[] = [];
  const announcer = createAnnouncer({ words: () => words, say: text => said.push(text), since: SINCE, ...more });
  const update = (items: readonly TimelineItem[], now: Partial<Announced> = {}) =>
    announcer.update({ items, thinking: false, typing: null, read: 0, ...now });
  return { said, update };
}
const message = (id: string, more: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'message',
  id,
  from: 'agent',
  name: 'Mina',
  text: id,
  at: SINCE + 1,
  seq: 1,
  state: 'sent',
  ...more,
});

test('nothing is said of an edit or a deletion, nor of a message that arrives deleted', () => {
  const { said, update } = listen();
  update([message('a'), message('b', { seq: 2 })]);
  expect(said).toEqual(['Mina: a\nMina: b']);
  update([message('a', { text: 'anew', edited: SINCE + 2 }), message('b', { seq: 2, text: '', deleted: SINCE + 2 })]);
  update([message('a'), message('c', { seq: 3, text: '', deleted: SINCE + 3 })]);
  expect(said).toHaveLength(1);
});

const kinds = fc.constantFrom<('agent' | 'visitor' | 'bot' | 'notice')[]>('agent', 'visitor', 'bot', 'notice');
const sizes = fc.array(fc.nat(6), { maxLength: 12 });

test('however a conversation arrives, each incoming message is said once, in order; one’s own and what was read never', () => {
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 30 }), sizes, fc.nat(15), (given, steps, read) => {
      const items = given.map((from, place): TimelineItem => {
        const id = `m${place}.`;
        if (from === 'notice') return { kind: 'notice', id, at: SINCE, notice: 'joined', name: id };
        const { seq, ...bot } = message(id, { from: 'bot' });
        return from === 'bot' ? bot : message(id, { from, seq: place + 1 });
      });
      const { said, update } = listen();
      let length = 0;
      for (const step of [...steps, items.length]) {
        // A reconnect hands out the same lines as new objects, and may take the newest away for a moment.
        update(structuredClone(items.slice(0, Math.max(0, length - step))), { read });
        length = Math.min(items.length, length + step);
        update(structuredClone(items.slice(0, length)), { read });
      }
      const expected = items.filter(
        item => item.kind === 'notice' || item.from === 'bot' || (item.from === 'agent' && (item.seq ?? 0) > read),
      );
      const heard = [...said.join('\n').matchAll(/m\d+\./g)].map(([id]) => id);
      expect(heard).toEqual(expected.map(item => item.id));
    }),
  );
});

test('sender first, without markup, files counted; what arrives together is one text', () => {
  const { said, update } = listen();
  const tree = [{ t: 'p' as const, c: ['Which ', { t: 'strong' as const, c: ['order'] }, '?'] }];
  const files = [{ id: 'f', name: 'a.png', type: 'image/png', size: 1 }];
  update([message('a', { text: 'Which **order**?', tree, files }), message('b', { seq: 2 })]);
  expect(said).toEqual(['Mina: Which order?. 1 files\nMina: b']);
});

test('a burst is said in one go, a little later', () => {
  const waiting: (() => void)[] = [];
  const { said, update } = listen({ later: run => waiting.push(run) });
  update([message('a')]);
  update([message('a'), message('b')]);
  expect([said, waiting.length]).toEqual([[], 1]);
  waiting[0]?.();
  expect(said).toEqual(['Mina: a\nMina: b']);
  update([message('a'), message('b'), message('c')]);
  waiting[1]?.();
  expect(said.at(-1)).toBe('Mina: c');
});

test('the same words twice are two texts, so that a live region says both', () => {
  const { said, update } = listen();
  const yes = (id: string) => message(id, { text: 'Yes' });
  update([yes('a')]);
  update([yes('a'), yes('b')]);
  expect(said).toEqual(['Mina: Yes', 'Mina: Yes\u00a0']);
});

test('a written answer is said when it is whole', () => {
  const { said, update } = listen();
  const { seq, ...answer } = message('a', { from: 'bot', text: 'You' });
  update([answer], { thinking: true });
  update([{ ...answer, text: 'You can' }], { thinking: true });
  update([{ ...answer, text: 'You can.' }]);
  expect(said).toEqual(['Assistant: You can.']);
});

test('typing is said once a turn', () => {
  const { said, update } = listen();
  const typing = { name: 'Mina' };
  update([], { typing });
  update([]);
  update([], { typing });
  update([message('a')]);
  update([message('a')], { typing });
  expect(said).toEqual(['Mina is typing', 'Mina: a', 'Mina is typing']);
});

test('one’s own message is said each time it is refused, not when an earlier page saw that', () => {
  const mine = (state: MessageItem['state'], at = SINCE + 1) =>
    message('a', { from: 'visitor', state, at, error: { code: 'rate_limited', message: 'too fast' } });
  const { said, update } = listen();
  for (const state of ['sending', 'refused', 'refused', 'sending', 'refused'] as const) update([mine(state)]);
  expect(said.map(text => text.trim())).toEqual(['Not sent: too fast', 'Not sent: too fast']);
  const reloaded = listen();
  reloaded.update([mine('refused', SINCE - 1)]);
  expect(reloaded.said).toEqual([]);
});

test('what one screen has said another of the page does not repeat', () => {
  const heard = new Set<string>();
  listen({ heard }).update([message('a')]);
  const next = listen({ heard });
  next.update([message('a'), message('b')]);
  expect(next.said).toEqual(['Mina: b']);
});
