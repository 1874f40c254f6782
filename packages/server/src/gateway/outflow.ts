import type { ServerLimits } from './serverLimits.js';
import type { Wire } from './wire.js';

/** What goes out to one reader, and how fast it reads. */
export interface Outflow {
  /** For what must arrive: welcome, acknowledgements, events. */
  send(data: string | Buffer): void;
  /** For what is worth nothing later: typing, positions. Dropped while the reader is slow. */
  hint(data: string | Buffer): void;
  /** Whether the reader keeps up; events wait in the store while it does not. */
  open(): boolean;
  /** Resolves as soon as it keeps up, or is gone. */
  whenOpen(): Promise<void>;
  /** Whether there is nobody to send to any more. */
  gone(): boolean;
  /** Whether it must be cut: too much is buffered, or it has been slow for too long. */
  hopeless(now: number): boolean;
  /** Lets go of everybody who waits. */
  end(): void;
}

type Sizes = Pick<ServerLimits, 'slowBytes' | 'cutBytes' | 'cutMs'>;

/**
 * What one turn of the event loop sends goes out in one write: an acknowledgement and its event cost one system call.
 * Above `slowBytes` a reader is slow until half of that is left.
 * @param now milliseconds
 */
export function createOutflow(wire: Wire, sizes: Sizes, now: () => number): Outflow {
  let corked = false;
  let slowSince: number | null = null;
  let ended = false;
  let waiting: (() => void)[] = [];

  const release = () => {
    slowSince = null;
    const released = waiting;
    waiting = [];
    for (const resolve of released) resolve();
  };
  const uncork = () => {
    corked = false;
    wire.uncork();
  };
  const written = () => {
    if (slowSince !== null && wire.buffered() <= sizes.slowBytes / 2) release();
  };
  const write = (data: string | Buffer) => {
    if (ended) return;
    if (!corked) {
      corked = true;
      wire.cork();
      setImmediate(uncork);
    }
    wire.send(data, written);
    if (slowSince === null && wire.buffered() > sizes.slowBytes) slowSince = now();
  };
  return {
    send: write,
    hint(data) {
      if (slowSince === null) write(data);
    },
    open: () => slowSince === null && !ended,
    whenOpen: () =>
      slowSince === null || ended ? Promise.resolve() : new Promise(resolve => void waiting.push(resolve)),
    gone: () => ended,
    hopeless: time => slowSince !== null && (wire.buffered() > sizes.cutBytes || time - slowSince > sizes.cutMs),
    end() {
      ended = true;
      release();
    },
  };
}
