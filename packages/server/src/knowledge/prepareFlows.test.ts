import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classify, openModel } from '@handrail/knowledge';
import Fastify from 'fastify';
import { expect, test, vi } from 'vitest';
import { registerFlows } from '../http/flowRoutes.js';
import { prepareFlows } from './prepareFlows.js';
import { prepareKnowledge } from './prepareKnowledge.js';

const FLOW = {
  format: 2,
  version: 1,
  locales: ['en'],
  start: 'hello',
  texts: { hello: { en: 'Hello, **you**.' } },
  steps: {
    hello: { type: 'say', text: 'hello', next: 'question' },
    question: { type: 'answer', next: 'end' },
    end: { type: 'end' },
  },
};

test("a site's own flow is served with its texts parsed; a site without one answers not_found", async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'handrail-flow-')), 'flow.json');
  writeFileSync(file, JSON.stringify(FLOW));
  const site = { widget: { name: 'Shop' }, origins: [] };
  const flows = await prepareFlows(
    [
      { ...site, id: 'own', flow: file },
      { ...site, id: 'plain' },
    ],
    new Map(),
    { error: vi.fn() },
  );
  const app = Fastify();
  registerFlows(app, flows);
  const own = await app.inject('/k/own/flow.json');
  expect(own.statusCode).toBe(200);
  expect(own.headers['access-control-allow-origin']).toBe('*');
  expect(own.json().texts.en.hello).toEqual([{ t: 'p', c: ['Hello, ', { t: 'strong', c: ['you'] }, '.'] }]);
  expect(own.json()).not.toHaveProperty('model');
  for (const missing of ['/k/plain/flow.json', '/k/own/intents.json'])
    expect((await app.inject(missing)).statusCode, missing).toBe(404);
});

const shop = fileURLToPath(new URL('../../../../examples/shop/', import.meta.url));

test('intents are learned from their utterances, with titles of articles as what is none of them', async () => {
  const out = mkdtempSync(join(tmpdir(), 'handrail-flow-'));
  const log = { error: vi.fn(), warn: vi.fn(), info: vi.fn() };
  const widget = { name: 'Shop', locales: ['en', 'zh-Hans', 'ar'] };
  const site = { id: 'demo', widget, origins: [], knowledge: `${shop}help`, flow: `${shop}flows/shop.json` };
  const flows = await prepareFlows([site], await prepareKnowledge([site], out, log), log);
  expect(log.error).not.toHaveBeenCalled();
  const app = Fastify();
  registerFlows(app, flows);
  expect((await app.inject('/k/demo/flow.json')).json().model).toBe('intents.json');
  const model = openModel((await app.inject('/k/demo/intents.json')).json());
  const best = (text: string) => classify(model, text)[0]?.intent;
  // None of these is an utterance of the flow.
  for (const text of ['where is my package NB-204815', 'has my parcel been sent', '我的单车什么时候送来', 'أين الطرد'])
    expect(best(text), text).toBe('orderStatus');
  expect(best('give me a label for sending back')).toBe('returnLabel');
  for (const text of ['how long is the warranty', 'what tyre size fits', '可以用微信付款吗'])
    expect(best(text), text).toBeNull();
});
