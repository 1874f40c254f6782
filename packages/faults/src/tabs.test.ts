import { memoryStorage } from '@handrail/core';
import { type FaultProxy, faultProxy, historyChecker } from '@handrail/test-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAgent } from './agent.js';
import { fastOrFull } from './mode.js';
import { readLog } from './rawClient.js';
import { type FaultyServer, startServer } from './startServer.js';
import { tell } from './tell.js';
import { until } from './until.js';
import { openVisitor } from './visitor.js';

let server: FaultyServer;
let proxy: FaultProxy;

beforeEach(async () => {
  server = await startServer();
  proxy = await faultProxy(server.port);
});
afterEach(async () => {
  await proxy.close();
  await server.remove();
});

test('tabs that share one outbox write, close and send what the other left: everything once', async () => {
  const history = historyChecker();
  const origin = `http://127.0.0.1:${proxy.port}`;
  const agent = await openAgent('agent 1', server.origin, server.signIn, history);
  const storage = memoryStorage();
  const tab = (name: string) => openVisitor(name, origin, history, storage);
  let first = tab('tab 0');
  const conversation = await first.begin();
  await agent.take(conversation);
  const recoveries: number[] = [];
  const rounds = fastOrFull(3, 15);
  for (let round = 1; round <= rounds; round++) {
    // Written without a network: all of it waits in the storage the tabs share.
    proxy.refuse();
    proxy.cut();
    for (let i = 0; i < 5; i++) await first.write();
    const [second, third] = [tab(`tab ${round}b`), tab(`tab ${round}c`)];
    await third.write();
    first.end();
    proxy.heal();
    const before = performance.now();
    first = tab(`tab ${round}`);
    await second.write();
    await until('the outbox to be empty', () => storage.keys('handrail:shop:outbox:').length === 0);
    recoveries.push(performance.now() - before);
    second.end();
    third.end();
  }
  const log = await readLog(server.origin, agent.token(), conversation);
  history.log(conversation, log);
  expect(log.filter(one => one.text !== undefined)).toHaveLength(rounds * 7);
  tell({ fault: 'tabs share one outbox', rounds, report: history.check(), recoveries });
  first.end();
  agent.end();
});

test('two tabs that begin together are one visitor', async () => {
  const history = historyChecker();
  const storage = memoryStorage();
  const tabs = ['one', 'two'].map(name => openVisitor(name, server.origin, history, storage));
  const [a, b] = (await Promise.all(tabs.map(tab => tab.begin()))) as [string, string];
  const { token } = JSON.parse(storage.get('handrail:shop:visitor') ?? '{}') as { token: string };
  expect((await readLog(server.origin, token, a)).length).toBeGreaterThan(0);
  expect((await readLog(server.origin, token, b)).length).toBeGreaterThan(0);
  for (const tab of tabs) tab.end();
});
