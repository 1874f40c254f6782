import type { FaultProxy } from '@handrail/test-kit';
import { pause } from './until.js';
import type { World } from './world.js';

interface Lasting {
  readonly lastsMs: number;
  /** From 0 up to 1. */
  readonly chance: number;
}

type NetworkFault = (world: World, lasting: Lasting) => Promise<void>;

/** A state of the network that holds for a while. */
const holds =
  (begin: (proxy: FaultProxy, chance: number) => void): NetworkFault =>
  async ({ proxy }, { lastsMs, chance }) => {
    begin(proxy, chance);
    await pause(lastsMs);
    proxy.heal();
  };

/** Something that happens to every open connection at once. */
const happens =
  (begin: (proxy: FaultProxy, chance: number) => void): NetworkFault =>
  async ({ proxy }, { chance }) => {
    begin(proxy, chance);
    await pause(20);
  };

/** Every fault of the network, by its name in the table. */
export const NETWORK_FAULTS = {
  delay: holds((proxy, chance) => proxy.delay(20 + 400 * chance)),
  throttle: holds((proxy, chance) => proxy.throttle(2_000 + 20_000 * chance)),
  'one-byte pieces': holds(proxy => proxy.chop(1)),
  reset: happens(proxy => proxy.cut()),
  'cut mid-frame up': happens((proxy, chance) => proxy.cutAfter('up', 1 + Math.floor(300 * chance))),
  'cut mid-frame down': happens((proxy, chance) => proxy.cutAfter('down', 1 + Math.floor(300 * chance))),
  'half close up': happens(proxy => proxy.halfClose('up')),
  'half close down': happens(proxy => proxy.halfClose('down')),
  'blackhole up': holds(proxy => proxy.blackhole('up')),
  'acknowledgements eaten': holds(proxy => proxy.blackhole('down')),
  'blackhole both ways': holds(proxy => {
    proxy.blackhole('up');
    proxy.blackhole('down');
  }),
  refused: holds(proxy => {
    proxy.refuse();
    proxy.cut();
  }),
} satisfies Record<string, NetworkFault>;
