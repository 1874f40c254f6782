import { seedOf } from '@handrail/test-kit';
import { test } from 'vitest';
import { FULL, fastOrFull } from './mode.js';
import { NETWORK_FAULTS } from './networkFaults.js';
import { strike } from './strike.js';
import { pause } from './until.js';

const seed = seedOf(process.env, 20_261_126);
const KINDS = Object.keys(NETWORK_FAULTS) as (keyof typeof NETWORK_FAULTS)[];

test('every fault of the network, one after the other, in an order of the seed', async () => {
  const rounds = fastOrFull(KINDS.length, KINDS.length * 2);
  await strike({ name: 'all network faults, mixed', seed, rounds, faults: NETWORK_FAULTS });
});

test.runIf(FULL).each(KINDS)('%s', async kind => {
  await strike({ name: kind, seed, rounds: 4, faults: { [kind]: NETWORK_FAULTS[kind] } });
});

test('the line drops for two seconds again and again, and nobody tells the clients when it is back', async () => {
  await strike({
    name: 'two-second drops, clients come back by themselves',
    seed,
    rounds: fastOrFull(1, 3),
    faults: { refused: NETWORK_FAULTS.refused },
    // After ten seconds online a client begins again with short waits.
    calmMs: fastOrFull<readonly [number, number]>([100, 200], [10_500, 11_500]),
    lastsMs: [2_000, 2_000],
    wakes: false,
  });
});

test.runIf(FULL)('a line that is dead without a word is noticed by its silence', async () => {
  await strike({
    name: 'silence both ways for 50 s',
    seed,
    rounds: 1,
    faults: {
      silence: async ({ proxy }) => {
        proxy.blackhole('up');
        proxy.blackhole('down');
        await pause(50_000);
        // Whoever noticed has hung up by now; new connections met the same hole.
        proxy.heal();
      },
    },
    wakes: false,
  });
});
