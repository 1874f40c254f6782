import { countedIds } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { leaveStatic } from './staticContact.js';
import { emptyThread } from './thread.js';

const thread = {
  ...emptyThread(countedIds()(), 0),
  turns: [
    { id: '1', by: 'visitor' as const, text: 'Late?', at: 1 },
    { id: '2', by: 'bot' as const, text: 'Three days.', at: 2 },
  ],
};
const contact = { email: 'a@b.co', text: 'Where & when?\nPlease.', order: 'A-1' };

test('to a function, with the transcript', async () => {
  const got: unknown[] = [];
  const left = await leaveStatic(contact, thread, (...given) => void got.push(...given));
  expect(left).toEqual({ conversation: thread.id });
  expect(got).toEqual([contact, 'a@b.co: Late?\nBot: Three days.']);
});

test.each(['help@shop.example', 'mailto:help@shop.example'])('as an address for the mail program: %s', async to => {
  const { mailto = '' } = await leaveStatic(contact, thread, to);
  const url = new URL(mailto);
  expect(url.pathname).toBe('help@shop.example');
  expect(url.searchParams.get('subject')).toBe('Where & when?');
  expect(url.searchParams.get('body')).toContain('Please.\nA-1\n\na@b.co: Late?');
  expect((await leaveStatic({ ...contact, text: 'x'.repeat(9_000) }, thread, to)).mailto?.length).toBeLessThan(2_000);
});

test('a text cut in the middle of a character still makes an address', async () => {
  const text = `x${'😀'.repeat(2_000)}`;
  await expect(leaveStatic({ ...contact, text }, thread, 'a@b.co')).resolves.toHaveProperty('mailto');
});

test('to nobody is an error that says what was expected', async () => {
  await expect(leaveStatic(contact, thread, null)).rejects.toThrow(
    'expected a mail address or a function, got nothing',
  );
});
