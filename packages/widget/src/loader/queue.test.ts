import { expect, test, vi } from 'vitest';
import type { Widget } from '../widget.js';
import { type HandrailGlobal, takeQueue } from './queue.js';

function fakeWidget(more: Partial<Widget> = {}) {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    async (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const widget = { open: note('open'), ask: note('ask'), destroy: note('destroy'), ...more } as unknown as Widget;
  return { widget, calls };
}

test('calls made before the script ran are made in order', () => {
  const { widget, calls } = fakeWidget();
  const host: { Handrail?: HandrailGlobal } = {};
  const early = ((...call: unknown[]) => void early.q?.push(call)) as HandrailGlobal;
  early.q = [];
  host.Handrail = early;
  host.Handrail('open', 'chat');
  host.Handrail('ask', 'Where is my order?');
  takeQueue(host, widget, () => {});
  expect(calls).toEqual([
    ['open', 'chat'],
    ['ask', 'Where is my order?'],
  ]);
  host.Handrail('open');
  expect(calls).toHaveLength(3);
});

test('who the customer is may be said before the script ran, too', () => {
  const note = vi.fn(async () => {});
  const { widget, calls } = fakeWidget({ identify: note, logout: note });
  const host: { Handrail?: HandrailGlobal } = {};
  const early = ((...call: unknown[]) => void early.q?.push(call)) as HandrailGlobal;
  early.q = [];
  host.Handrail = early;
  const how = { getToken: async () => 'token' };
  host.Handrail('identify', { id: 'customer-7' }, how);
  takeQueue(host, widget, () => {});
  void host.Handrail?.('logout');
  expect(note.mock.calls).toEqual([[{ id: 'customer-7' }, how], []]);
  expect(calls).toEqual([]);
});

test('an unknown method warns with the known ones, and reaches nothing', () => {
  const { widget, calls } = fakeWidget();
  const warn = vi.fn();
  const host: { Handrail?: HandrailGlobal } = {};
  takeQueue(host, widget, warn);
  for (const name of ['opne', 'constructor', '__proto__', 'toString']) host.Handrail?.(name);
  expect(warn).toHaveBeenCalledTimes(4);
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(/no method "opne"; known are open, ask, destroy\./));
  expect(calls).toEqual([]);
});

test('a command that fails, as every one does after destroy, is told once and breaks no page', async () => {
  const gone = () => Promise.reject(new Error('Handrail: the widget was destroyed.'));
  const warn = vi.fn();
  const host: { Handrail?: HandrailGlobal } = {};
  takeQueue(host, fakeWidget({ open: gone }).widget, warn);
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const given = host.Handrail?.('open');
  await new Promise(resolve => setTimeout(resolve, 10));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('destroyed'));
  await expect(given).rejects.toThrow('destroyed');
});
