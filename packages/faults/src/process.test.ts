import { seedOf } from '@handrail/test-kit';
import { test } from 'vitest';
import { FULL, fastOrFull } from './mode.js';
import { strike } from './strike.js';
import { pause } from './until.js';
import type { World } from './world.js';

const seed = seedOf(process.env, 9);

const kill = async (world: World) => {
  await world.server.kill();
  await world.restart();
};

/** Stops the process without its knowledge, as an overloaded host does. */
const freeze = (ms: number) => async (world: World) => {
  world.server.signal('SIGSTOP');
  await pause(ms);
  world.server.signal('SIGCONT');
};

test('kill -9 under load', async () => {
  const rounds = fastOrFull(10, 50);
  await strike({
    name: 'kill -9',
    seed,
    rounds,
    faults: { kill },
    calmMs: fastOrFull<readonly [number, number]>([100, 300], [150, 450]),
  });
});

test('the process stands still for a second', async () => {
  const rounds = fastOrFull(1, 5);
  await strike({ name: 'SIGSTOP 1 s', seed, rounds, faults: { freeze: freeze(1_000) }, wakes: false });
});

test.runIf(FULL)('the process stands still for 20 s', async () => {
  await strike({ name: 'SIGSTOP 20 s', seed, rounds: 2, faults: { freeze: freeze(20_000) }, wakes: false });
});

test.runIf(FULL)('the process stands still for 90 s, longer than clients wait', async () => {
  await strike({ name: 'SIGSTOP 90 s', seed, rounds: 1, faults: { freeze: freeze(90_000) }, wakes: false });
});

test('SIGTERM under load: everybody is told, the last commit is waited for', async () => {
  const restart = async (world: World) => {
    world.server.signal('SIGTERM');
    await world.server.ended();
    await world.restart();
  };
  const rounds = fastOrFull(1, 4);
  await strike({ name: 'SIGTERM, drained', seed, rounds, faults: { restart }, wakes: false });
});
