import { nemesis, type Step, withSeed } from '@handrail/test-kit';
import { tell } from './tell.js';
import { pause } from './until.js';
import { openWorld, type World, type WorldChoices } from './world.js';

/** What to do to a world, and how often. */
export interface StrikeChoices<K extends string> extends WorldChoices {
  /** Name of the row in the table. */
  readonly name: string;
  readonly seed: number;
  readonly rounds: number;
  readonly faults: { readonly [F in K]: (world: World, step: Step<F>) => Promise<void> };
  readonly calmMs?: readonly [number, number];
  readonly lastsMs?: readonly [number, number];
  /** Whether clients are told that the network is back, as a browser tells them. Default `true`. */
  readonly wakes?: boolean;
}

/** Everybody talks while one fault after the other strikes; then everything is counted. */
export function strike<K extends string>(choices: StrikeChoices<K>): Promise<void> {
  const { name, faults, wakes = true, seed, rounds } = choices;
  return withSeed(seed, async () => {
    const { calmMs, lastsMs } = choices;
    const kinds = Object.keys(faults) as K[];
    const times = { ...(calmMs ? { calmMs } : {}), ...(lastsMs ? { lastsMs } : {}) };
    const steps = nemesis({ seed, rounds, faults: kinds, ...times });
    const world = await openWorld(choices);
    const recoveries: number[] = [];
    try {
      world.talk();
      for (const step of steps) {
        await pause(step.calmMs);
        await faults[step.fault](world, step);
        const recovered = world.recovered();
        if (wakes) world.wake();
        recoveries.push(...(await recovered));
      }
      tell({ fault: name, rounds, report: await world.judge(), recoveries });
    } finally {
      await world.remove();
    }
  });
}
