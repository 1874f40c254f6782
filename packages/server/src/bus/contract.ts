import assert from 'node:assert/strict';
import type { Bus, BusMessage } from './bus.js';

/** What the suite needs of a test runner and of the driver. */
export interface BusContractOptions {
  readonly test: (name: string, run: () => Promise<void>) => void;
  /** Two ends of one bus, as two processes would hold them; a driver inside one process gives the same one twice. */
  readonly open: () => Promise<readonly [Bus, Bus]>;
  /** Longest time a message may take, in milliseconds. Default 1,000. */
  readonly within?: number;
}

/** Every promise of `Bus`, as tests. */
export function busContract({ test, open, within = 1000 }: BusContractOptions): void {
  const opened = (name: string, run: (a: Bus, b: Bus) => Promise<void>) =>
    test(name, async () => {
      const [a, b] = await open();
      try {
        await run(a, b);
      } finally {
        await Promise.all([a.close(), b.close()]);
      }
    });
  opened('reaches every subscriber of the site, in order', async (a, b) => {
    const got: string[][] = [[], []];
    [a, b].forEach((bus, i) => void bus.subscribe('shop', message => got[i]?.push(of(message))));
    for (const name of ['one', 'two', 'three']) a.publish('shop', typing(name));
    await until(() => got.every(list => list.length === 3), within);
    assert.deepEqual(got, [
      ['one', 'two', 'three'],
      ['one', 'two', 'three'],
    ]);
  });
  opened('keeps sites apart', async (a, b) => {
    const got: string[] = [];
    b.subscribe('other', message => got.push(of(message)));
    b.subscribe('shop', message => got.push(`shop ${of(message)}`));
    a.publish('shop', typing('x'));
    await until(() => got.length > 0, within);
    assert.deepEqual(got, ['shop x']);
  });
  opened('stops after the subscription ended', async (a, b) => {
    const got: string[] = [];
    const end = b.subscribe('shop', message => got.push(`ended ${of(message)}`));
    b.subscribe('shop', message => got.push(of(message)));
    end();
    a.publish('shop', typing('x'));
    await until(() => got.length > 0, within);
    assert.deepEqual(got, ['x']);
  });
  opened('goes on when a listener throws', async (a, b) => {
    const got: string[] = [];
    b.subscribe('shop', () => {
      throw new Error('a listener failed');
    });
    b.subscribe('shop', message => got.push(of(message)));
    a.publish('shop', typing('x'));
    await until(() => got.length > 0, within);
    assert.deepEqual(got, ['x']);
  });
}

function typing(conversation: string): BusMessage {
  return { t: 'typing', conversation, visitor: 'v', from: { kind: 'visitor', id: 'v' }, on: true };
}

function of(message: BusMessage): string {
  return message.t === 'typing' ? message.conversation : message.t;
}

async function until(done: () => boolean, within: number): Promise<void> {
  const end = Date.now() + within;
  while (!done()) {
    assert.ok(Date.now() < end, `nothing within ${within} ms`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
