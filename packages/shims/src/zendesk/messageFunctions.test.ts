import type { MessageItem, Middleware } from '@handrail/core';
import { expect, test, vi } from 'vitest';
import { fakeWidget } from '../../test/fakeWidget.js';
import { installZendesk } from './installZendesk.js';

test('messages are changed, kept and hidden by functions of the page, by the newest of each name', async () => {
  const { widget } = fakeWidget();
  const [page, warn] = [{} as Record<string, unknown>, vi.fn()];
  const end = installZendesk(widget, { window: page, warn });
  const zE = page.zE as (...call: unknown[]) => unknown;
  const use = vi.spyOn(widget, 'use');
  zE('messenger:set', 'beforeMessageSent', () => ({ content: { type: 'text', text: 'an older one' } }));
  type Said = { content: { text: string }; author?: { type: string } };
  zE('messenger:set', 'beforeMessageSent', async ({ content }: Said) =>
    content.text === 'secret' ? null : { content: { type: 'text', text: `${content.text}!` } },
  );
  zE('messenger:set', 'beforeMessageDisplay', (message: Said) =>
    message.content.text === 'flow' && message.author?.type === 'business' ? null : message,
  );
  expect(use).toHaveBeenCalledTimes(1);
  const { beforeSend, beforeDisplay } = Object.assign({}, ...use.mock.calls.flat()) as Required<Middleware>;
  const sends = (text: string) => beforeSend({ text, attachments: [] });
  expect([await sends('Hi'), await sends('secret')]).toEqual([{ text: 'Hi!', attachments: [] }, null]);
  const item = (from: 'bot' | 'visitor', text: string) => ({ kind: 'message', id: 'm', from, text }) as MessageItem;
  expect([beforeDisplay(item('bot', 'flow')), beforeDisplay(item('visitor', 'flow'))?.text]).toEqual([null, 'flow']);
  zE('messenger:set', 'beforeMessageDisplay', () => ({ content: { type: 'text', text: 'other' } }));
  expect(beforeDisplay(item('bot', 'flow'))?.text).toBe('other');
  end();
  expect([await sends('secret'), beforeDisplay(item('bot', 'flow'))?.text]).toEqual([
    { text: 'secret', attachments: [] },
    'flow',
  ]);
  expect(warn).not.toHaveBeenCalled();
});
