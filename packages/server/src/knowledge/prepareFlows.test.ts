import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerFlows } from '../http/flowRoutes.js';
import { prepareFlows } from './prepareFlows.js';

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
  const flows = await prepareFlows([
    { ...site, id: 'own', flow: file },
    { ...site, id: 'plain' },
  ]);
  const app = Fastify();
  registerFlows(app, flows);
  const own = await app.inject('/k/own/flow.json');
  expect(own.statusCode).toBe(200);
  expect(own.headers['access-control-allow-origin']).toBe('*');
  expect(own.json().texts.en.hello).toEqual([{ t: 'p', c: ['Hello, ', { t: 'strong', c: ['you'] }, '.'] }]);
  expect((await app.inject('/k/plain/flow.json')).statusCode).toBe(404);
});
