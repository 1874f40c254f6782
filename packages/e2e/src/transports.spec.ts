import { createHandrail, type TimelineItem } from '@handrail/core';
import { type Agent, createAgent } from '@handrail/core/agent';
import { transportContract } from '@handrail/core/transport-contract';
import { type WebProxy, webProxy } from '@handrail/test-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signIn, until, waiting } from './agent.js';
import { type RunningServer, startServer } from './startServer.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

describe.each(['webSocket', 'eventStream', 'longPoll'] as const)('%s keeps its contract', name => {
  transportContract({ test, name, server: () => server.origin, site: 'demo' });
});

describe('behind a proxy', () => {
  let proxy: WebProxy;
  let agent: Agent;
  beforeEach(async () => {
    proxy = await webProxy(server.origin);
    agent = await signIn(server.origin, await server.signInFor('mina'));
  });
  afterEach(async () => {
    agent.destroy();
    await proxy.close();
  });

  test.each([
    ['lets everything through', 'pass', false, 'webSocket'],
    ['answers upgrades with 400', 'refuse', false, 'eventStream'],
    ['never answers upgrades', 'hang', false, 'eventStream'],
    ['answers upgrades with 400 and holds answers back', 'refuse', true, 'longPoll'],
  ] as const)('that %s, a customer and a person talk, each word once', async (_name, upgrades, isHeld, transport) => {
    proxy.upgrades(upgrades);
    proxy.holdBack(isHeld);
    const help = createHandrail({ server: proxy.origin, site: 'demo' });
    const colleague = createAgent({ server: proxy.origin, token: await server.signInFor('jonas') });
    await help.requestHuman();
    const id = await waiting(agent);
    await agent.take(id);
    await until('a person', () => help.$owner.get() === 'human');
    expect(help.$connection.get()).toEqual({ state: 'online', transport });
    await colleague.ready();
    expect(colleague.$connection.get()).toEqual({ state: 'online', transport });
    colleague.open(id);
    for (let i = 0; i < 5; i++) {
      await help.sendMessage(`question ${i}`);
      await agent.reply(id, `answer ${i}`);
      await until('the answer', () => help.$messages.get().some(item => textOf(item) === `answer ${i}`));
    }
    await colleague.note(id, 'a word from aside');
    agent.open(id);
    const texts = () =>
      agent.$thread.get()?.events.flatMap(event => (event.kind === 'message' ? [event.body.text] : [])) ?? [];
    await until('every question', () => texts().filter(text => text.startsWith('question')).length === 5);
    const shown = help.$messages.get().map(textOf);
    expect(shown.filter(text => text.startsWith('answer'))).toEqual([0, 1, 2, 3, 4].map(i => `answer ${i}`));
    expect(shown.filter(text => text.startsWith('question'))).toEqual([0, 1, 2, 3, 4].map(i => `question ${i}`));
    await until('the colleague too', () => colleague.$thread.get()?.events.some(event => event.kind === 'note'));
    // Typing is kept nowhere: between two polls it is lost, and who goes on typing says it again.
    await until('that the customer types', () => {
      help.setTyping(true);
      return agent.$thread.get()?.typing;
    });
    await until('that the person types', () => {
      agent.setTyping(id, true);
      return help.$typing.get();
    });
    await agent.close(id);
    await until('the end', () => help.$conversations.get().some(one => one.id === id && one.status === 'closed'));
    help.destroy();
    colleague.destroy();
  });

  test('a restart drives nobody from the WebSocket', async () => {
    const help = createHandrail({ server: proxy.origin, site: 'demo' });
    await help.connect();
    await until('online', () => help.$connection.get().state === 'online');
    await server.kill();
    await until('waiting', () => help.$connection.get().state === 'waiting');
    const tries = () => proxy.requests.filter(path => path === '/api/v1/socket').length;
    await until('several tries', () => tries() > 8, 30_000);
    await server.restart();
    await until('back', () => help.$connection.get().state === 'online', 30_000);
    expect(help.$connection.get()).toEqual({ state: 'online', transport: 'webSocket' });
    expect(proxy.requests).not.toContain('/api/v1/stream');
    help.destroy();
  });
});

const textOf = (item: TimelineItem) => (item.kind === 'message' ? item.text : '');
