import { countedIds, manualClock } from '@handrail/test-kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lossyServer } from '../../test/lossyServer.js';
import { createAgent } from './createAgent.js';

const CONVERSATIONS = 7;

/** What may happen, in any order. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('say' as const), at: fc.nat(CONVERSATIONS - 1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reply' as const), at: fc.nat(CONVERSATIONS - 1) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('deliver' as const), at: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), at: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), at: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('epoch' as const), at: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), at: fc.nat(CONVERSATIONS - 1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), at: fc.integer({ min: 1, max: 5_000 }) }) },
);

test('an agent sees every log once, in order, and every reply arrives once, whatever the network does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async steps => {
      const clock = manualClock();
      const server = lossyServer();
      const newId = countedIds();
      const ids = Array.from({ length: CONVERSATIONS }, newId);
      for (const id of ids) server.say(id);
      const { now, setTimeout, clearTimeout } = clock;
      const environment = { now, setTimeout, clearTimeout, WebSocket: server.network.WebSocket };
      const agent = createAgent({ server: 'https://help.example', token: 'ha_token-0123456789', environment });
      const written: { id: string; text: string }[] = [];
      const open = () => {
        for (const socket of server.network.sockets) socket.open();
      };
      for (const { do: what, at } of steps) {
        const id = ids[at % CONVERSATIONS] as string;
        if (what === 'say') server.say(id);
        else if (what === 'reply') {
          const text = `reply ${written.length}`;
          written.push({ id, text });
          void agent.reply(id, text).catch(() => {});
        } else if (what === 'deliver') server.deliver(at);
        else if (what === 'repeat') server.repeat(at);
        else if (what === 'cut') server.cut(at);
        else if (what === 'epoch') server.newEpoch();
        else if (what === 'open') agent.open(id);
        else await clock.advance(at);
        open();
        await clock.settle();
      }
      await calm(clock, server, open);
      for (const id of ids) if (heldOf(agent, id) > 0) expect(`held: ${id}`).toBe('nothing held');
      expect(agent.$unsent.get()).toEqual([]);
      for (const id of ids) {
        const log = server.logs.get(id) ?? [];
        const texts = log.flatMap(event =>
          event.sender.id === 'a1' && event.kind === 'message' ? [event.body.text] : [],
        );
        expect(texts.filter(text => text.startsWith('reply'))).toEqual(
          written.filter(one => one.id === id).map(one => one.text),
        );
        const shown = agent.$threads.get().get(id)?.events ?? [];
        // A log nobody opened since a reset is read when it is opened; what is shown is its beginning, gapless.
        expect(shown.map(event => event.id)).toEqual(log.slice(0, shown.length).map(event => event.id));
      }
      for (const id of ids) {
        agent.open(id);
        await calm(clock, server, open);
        const shown = agent.$threads.get().get(id)?.events ?? [];
        expect(shown.map(event => event.id)).toEqual(server.logs.get(id)?.map(event => event.id));
      }
      agent.destroy();
    }),
    { numRuns: 150, seed: 20_261_126 },
  );
}, 120_000);

const heldOf = (agent: ReturnType<typeof createAgent>, id: string) => agent.$threads.get().get(id)?.held.length ?? 0;

/** Fair weather for as long as a client may take to come back. */
async function calm(clock: ReturnType<typeof manualClock>, server: ReturnType<typeof lossyServer>, open: () => void) {
  for (let turn = 0; turn < 40; turn++) {
    open();
    server.deliverAll();
    await clock.settle();
    if (server.waiting() > 0) continue;
    await clock.advance(1_000);
  }
}
