import { historyChecker } from '@handrail/test-kit';
import { afterEach, beforeEach, test } from 'vitest';
import { fastOrFull } from './mode.js';
import { newId, newVisitor, rawClient, readLog, STORY } from './rawClient.js';
import { type FaultyServer, startServer } from './startServer.js';
import { tell } from './tell.js';

let server: FaultyServer;

beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.remove());

test('a client that says everything three times, over two connections', async () => {
  const history = historyChecker();
  const { token } = await newVisitor(server.origin);
  const [here, there] = await Promise.all([rawClient(server.origin), rawClient(server.origin)]);
  await Promise.all([here.hello(token), there.hello(token)]);
  const conversation = newId();
  const count = fastOrFull(100, 1_000);
  for (let i = 0; i <= count; i++) {
    const [id, text] = [newId(), `message ${i}`];
    const what =
      i === 0 ? { kind: 'started' as const, body: { story: STORY } } : { kind: 'message' as const, body: { text } };
    if (i > 0) history.wrote({ by: 'raw', conversation, id, text });
    const answers = [here, there, here].map(client => {
      client.put({ t: 'send', id, conversation, ...what });
      return client.next('ack', ack => ack.id === id);
    });
    for (const { seq } of await Promise.all(answers)) history.acked('raw', { conversation, id, seq });
  }
  for (const [name, { frames }] of [
    ['here', here],
    ['there', there],
  ] as const) {
    for (const frame of frames) {
      if (frame.t !== 'events') continue;
      for (const { kind, id, seq, body } of frame.events)
        if (kind === 'message') history.saw(name, { conversation, id, seq, text: body.text });
    }
    history.complete(name, conversation);
  }
  history.log(conversation, await readLog(server.origin, token, conversation));
  tell({ fault: 'every frame three times, two connections', rounds: 1, report: history.check(), recoveries: [] });
});
