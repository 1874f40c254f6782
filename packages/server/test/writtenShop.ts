import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainText } from '@handrail/content';
import type { ActionConfig, ModelConfig, WrittenEvent } from '@handrail/protocol';
import { type ModelReply, type ModelRequest, startStandInModel } from '@handrail/test-kit';
import { afterEach } from 'vitest';
import { registerHttp } from '../src/http/registerHttp.js';
import { newId } from './client.js';
import { CONFIG, ORIGIN, startServer } from './startServer.js';

/** What ends after the test, newest first. */
export const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

export const RETURNS = `---
title: Returns
---

You can send a bike back within 30 days. We pay the parcel.

## How to

Print the label. Pack the bike. Hand it to the driver.
`;

interface Settings {
  readonly model?: Partial<ModelConfig>;
  readonly actions?: Readonly<Record<string, ActionConfig>>;
  readonly returns?: string;
}

/** A shop with two articles, its server, and a model that says what the test says. */
export async function startWrittenShop({ model, actions, returns = RETURNS }: Settings = {}) {
  const standIn = await startStandInModel();
  stops.push(standIn.close);
  const help = join(mkdtempSync(join(tmpdir(), 'handrail-answers-')), 'help');
  mkdirSync(help);
  writeFileSync(join(help, 'returns.md'), returns);
  writeFileSync(join(help, 'repairs.md'), '---\ntitle: Repairs\n---\n\nA repair takes 5 to 7 working days.\n');
  const [site, ...others] = CONFIG.sites;
  if (!site) throw new Error('no site');
  const own = {
    ...site,
    model: { url: standIn.url, name: 'stand-in', private: true, timeout: 2, retries: 0, ...model },
    ...(actions ? { actions } : {}),
  };
  const server = await startServer({
    config: { ...CONFIG, sites: [own, ...others] },
    http: async (app, parts) =>
      void (await app.register(scope => registerHttp(scope, parts, { knowledge: new Map([['shop', help]]) }))),
  });
  stops.push(() => server.close());
  const post = (body: object, signal: AbortSignal | null = null) =>
    fetch(`${server.address}/api/v1/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN },
      body: JSON.stringify({
        site: 'shop',
        id: newId(),
        locale: 'en',
        text: 'Can I send my bike back?',
        passages: [{ article: 'returns' }],
        ...body,
      }),
      signal,
    });
  async function ask(reply: ModelReply | ((request: ModelRequest, n: number) => ModelReply), body: object = {}) {
    standIn.answer(reply);
    const response = await post(body);
    const events = (await response.text())
      .split('\n\n')
      .filter(Boolean)
      .map(block => JSON.parse(block.slice('data: '.length)) as WrittenEvent);
    const end = events.at(-1);
    if (end?.type !== 'end') throw new Error('no end');
    const shown = events.flatMap(event => (event.type === 'text' ? [plainText(event.tree)] : []));
    return { shown, text: shown.at(-1) ?? '', result: end.result, sources: end.sources };
  }
  return { standIn, server, post, ask };
}

/** An answer that holds. */
export const GOOD = 'You can send it back within 30 days. [1] We pay for the parcel. [1]';
