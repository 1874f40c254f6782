import { expect, test, vi } from 'vitest';
import { fakeWidget } from '../test/fakeWidget.js';
import { installFromScript } from './installFromScript.js';
import { createShim } from './shim.js';
import { type HandrailCall, reachWidget } from './widgetFace.js';

const early = () => {
  const queue: unknown[][] = [];
  return Object.assign(((...call) => void queue.push(call)) as HandrailCall, { q: queue });
};

test('calls follow the global of the script tag from its stand-in to the loaded one', () => {
  const page: { Handrail: HandrailCall } = { Handrail: early() };
  const call = reachWidget(page.Handrail, page, () => {});
  call('open', 'chat');
  expect((page.Handrail as ReturnType<typeof early>).q).toEqual([['open', 'chat']]);
  page.Handrail = vi.fn();
  call('search', 'tyres');
  expect(page.Handrail).toHaveBeenCalledWith('search', 'tyres');
});

test('another function, or an instance, stays what it was', () => {
  const { widget, calls } = fakeWidget();
  const page = { Handrail: vi.fn() };
  reachWidget(widget, page, () => {})('openArticle', 'tyres', { section: 'care' });
  expect(calls).toEqual([['openArticle', 'tyres', { section: 'care' }]]);
  expect(page.Handrail).not.toHaveBeenCalled();
});

test('a refused command is told, and reaches no page as a rejection', async () => {
  const { widget } = fakeWidget();
  const warn = vi.fn();
  const shim = createShim({ ...widget, open: () => Promise.reject(new Error('destroyed')) }, { window: {}, warn });
  shim.call('open');
  await vi.waitFor(() => expect(warn).toHaveBeenCalledWith('Handrail: "open" failed. Error: destroyed'));
});

test('an unsubscribe holds although the global that queues gave none', () => {
  const queue = early();
  const shim = createShim(queue, { window: {} });
  const heard = vi.fn();
  const stop = shim.on('message:received', heard);
  const [, , listener] = queue.q[0] as [string, string, (event: unknown) => void];
  listener({ type: 'message:received' });
  stop();
  listener({ type: 'message:received' });
  expect(heard).toHaveBeenCalledTimes(1);
});

test('as a script it makes the stand-in where there is none, and takes the page’s token', () => {
  const page = window as { Handrail?: ReturnType<typeof early>; handrailGetToken?: () => string };
  page.handrailGetToken = () => 'token';
  const install = vi.fn();
  installFromScript(install);
  page.Handrail?.('open');
  expect(page.Handrail?.q).toEqual([['open']]);
  expect(install).toHaveBeenCalledWith(page.Handrail, { getToken: page.handrailGetToken });
  delete page.Handrail;
  delete page.handrailGetToken;
});
