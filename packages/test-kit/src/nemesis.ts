import { type SeededRandom, seededRandom } from './seededRandom.js';

/** One fault of a schedule. */
export interface Step<K extends string> {
  readonly round: number;
  readonly fault: K;
  /** Milliseconds of fair weather before it. */
  readonly calmMs: number;
  /** Milliseconds it lasts. */
  readonly lastsMs: number;
  /** From 0 up to 1, for what the fault itself has to choose. */
  readonly chance: number;
}

/** What a schedule is made of. */
export interface NemesisOptions<K extends string> {
  /** The same seed gives the same schedule. */
  readonly seed: number;
  readonly rounds: number;
  readonly faults: readonly K[];
  /** Shortest and longest fair weather. Default 100 to 500 ms. */
  readonly calmMs?: readonly [number, number];
  /** Shortest and longest fault. Default 100 to 1,500 ms. */
  readonly lastsMs?: readonly [number, number];
}

/** A schedule of faults: each kind once in an order of its own, then again, so that none is left out. */
export function nemesis<K extends string>(options: NemesisOptions<K>): readonly Step<K>[] {
  const { seed, rounds, faults, calmMs = [100, 500], lastsMs = [100, 1_500] } = options;
  const random = seededRandom(seed);
  let deck: K[] = [];
  return Array.from({ length: rounds }, (_, round) => {
    if (deck.length === 0) deck = shuffled(faults, random);
    return {
      round,
      fault: deck.pop() as K,
      calmMs: random.between(...calmMs),
      lastsMs: random.between(...lastsMs),
      chance: random.next(),
    };
  });
}

/** The seed of this run: `HANDRAIL_SEED` when it is set, otherwise the given one. Throws when it is no whole number. */
export function seedOf(env: Readonly<Record<string, string | undefined>>, otherwise: number): number {
  const given = env.HANDRAIL_SEED;
  if (given === undefined || given === '') return otherwise;
  if (/^\d{1,10}$/.test(given)) return Number(given);
  throw new Error(`HANDRAIL_SEED: expected a whole number such as 42, got ${JSON.stringify(given)}.`);
}

/** Runs with a seed; what fails says how to see it again. */
export async function withSeed<T>(seed: number, run: (seed: number) => Promise<T>): Promise<T> {
  try {
    return await run(seed);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const again = `seed ${seed}; again with: HANDRAIL_SEED=${seed} npm run test:faults`;
    throw new Error(`${said}\n${again}`, { cause: error });
  }
}

function shuffled<T>(list: readonly T[], random: SeededRandom): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.between(0, at);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
