import { manualClock } from '@handrail/test-kit';
import { expect, test, vi } from 'vitest';
import type { HandrailError } from '../errors.js';
import { type ActionParts, runAction } from './runAction.js';
import { createToolBox } from './toolBox.js';

const CALL = { conversation: 'c', locale: 'en' };
const effect = (more: { confirmed?: boolean; input?: Record<string, string | number | boolean> } = {}) => ({
  type: 'action' as const,
  step: 'lookUp',
  name: 'order',
  input: { order: 'AB-1234' },
  confirmed: false,
  ...more,
});

function make(more: Partial<ActionParts> = {}) {
  const clock = manualClock();
  const tools = createToolBox();
  const told: string[] = [];
  const errors: HandrailError[] = [];
  const parts: ActionParts = {
    environment: { ...clock, fetch: vi.fn() },
    tools,
    server: null,
    site: 'demo',
    newId: () => 'id-1',
    token: () => null,
    told(_, name, by, error) {
      told.push(`${name} by ${by}: ${error?.code ?? 'done'}`);
      if (error) errors.push(error);
    },
    ...more,
  };
  return { clock, tools, told, errors, run: (what = effect()) => runAction(parts, what, CALL) };
}

test('a tool gets what the flow sends, and answers one value or several', async () => {
  const { tools, run, told } = make();
  const asked = vi.fn(async () => ({ status: 'shipped', days: 2, none: null }));
  const stop = tools.register('order', { changes: false, run: asked as never });
  expect(await run()).toEqual({ type: 'result', step: 'lookUp', values: { status: 'shipped', days: 2 } });
  expect(asked).toHaveBeenCalledWith({ order: 'AB-1234' }, CALL);
  for (const [result, expected] of [
    ['late', { value: 'late' }],
    [false, { value: false }],
    [undefined, { values: {} }],
    [null, { values: {} }],
  ] as const) {
    tools.register('order', { changes: false, run: () => result });
    expect(await run()).toEqual({ type: 'result', step: 'lookUp', ...expected });
  }
  stop();
  expect(tools.get('order')).toBeDefined();
  expect(new Set(told)).toEqual(new Set(['order by page: done']));
});

test('what changes something runs only after a yes', async () => {
  const { tools, run, errors } = make();
  const done = vi.fn();
  tools.register('order', { run: done });
  expect(await run()).toEqual({ type: 'error', effect: 'action', reason: 'failed' });
  expect(done).not.toHaveBeenCalled();
  expect(errors[0]).toMatchObject({ code: 'forbidden', message: expect.stringContaining('confirm') });
  expect(await run(effect({ confirmed: true }))).toMatchObject({ type: 'result' });
  expect(done).toHaveBeenCalledTimes(1);
});

test('a schema checks and shapes the input before anything is done', async () => {
  const { tools, run, errors } = make();
  const done = vi.fn();
  const schema = (validate: (value: unknown) => never) => ({
    '~standard': { version: 1 as const, vendor: 'test', validate },
  });
  tools.register('order', { changes: false, run: done, schema: schema(() => ({ value: 7 }) as never) });
  await run();
  expect(done).toHaveBeenCalledWith(7, CALL);
  tools.register('order', {
    changes: false,
    run: done,
    schema: schema(() => ({ issues: [{ message: 'order: expected a number' }] }) as never),
  });
  expect(await run()).toMatchObject({ type: 'error' });
  expect(done).toHaveBeenCalledTimes(1);
  expect(errors[0]).toMatchObject({ code: 'bad_request', message: 'order: order: expected a number' });
});

test.each([
  [() => Promise.reject(new Error('no stock')), 'action_failed', /order: Error: no stock/],
  [() => ({ deep: { a: 1 } }), 'action_failed', /expected a text, a number/],
  [() => [1], 'action_failed', /expected a text/],
  [() => Number.NaN, 'action_failed', /expected a text/],
])('a tool that throws or answers with something else fails', async (work, code, message) => {
  const { tools, run, errors } = make();
  tools.register('order', { changes: false, run: work as never });
  expect(await run()).toEqual({ type: 'error', effect: 'action', reason: 'failed' });
  expect(errors[0]).toMatchObject({ code, message: expect.stringMatching(message) });
});

test('a tool that never answers is given up after its time', async () => {
  const { tools, run, clock } = make();
  tools.register('order', { changes: false, timeout: 500, run: () => new Promise(() => {}) });
  const answer = run();
  await clock.advance(499);
  await clock.advance(1);
  expect(await answer).toEqual({ type: 'error', effect: 'action', reason: 'timeout' });
});

test('without a tool the server does it, as the customer who is known', async () => {
  const fetch = vi.fn(async () => ({
    ok: true,
    status: 200,
    headers: { get: () => null },
    json: async () => ({ values: { status: 'late' } }),
  }));
  const { run, told } = make({
    server: 'https://help.example',
    token: () => 'hv_1',
    environment: { ...manualClock(), fetch: fetch as never },
  });
  expect(await run()).toEqual({ type: 'result', step: 'lookUp', values: { status: 'late' } });
  expect(fetch).toHaveBeenCalledWith('https://help.example/api/v1/actions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer hv_1' },
    body: JSON.stringify({ site: 'demo', name: 'order', id: 'id-1', input: { order: 'AB-1234' } }),
  });
  expect(told).toEqual(['order by server: done']);
});

test.each([
  ['', { run() {} }, /a name, got an empty text/],
  [7, { run() {} }, /a name, got number/],
  ['order', undefined, /an object with `run`, got undefined/],
  ['order', { run: 'x' }, /an object with `run`, got object/],
])('registerTool(%j, %j) says what is wrong', (name, tool, message) => {
  expect(() => createToolBox().register(name as never, tool as never)).toThrow(message);
});
