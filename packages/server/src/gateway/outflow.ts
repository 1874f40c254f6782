import type { ServerLimits } from './serverLimits.js';
import type { Wire } from './wire.js';

/** What goes out to one reader, and how fast it reads. */
export interface Outflow {
  /** For what must arrive: welcome, acknowledgements, events. */
  send(data: string): void;
  /** For what is worth nothing later: typing, positions. Dropped while the reader is slow. */
  hint(data: string): void;
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
  return new WireOutflow(wire, sizes, now);
}

/** A class, because every connection has one: methods are shared where closures would be made for each. */
class WireOutflow implements Outflow {
  readonly #wire: Wire;
  readonly #sizes: Sizes;
  readonly #now: () => number;
  #corked = false;
  #slowSince: number | null = null;
  #ended = false;
  #waiting: (() => void)[] | null = null;

  constructor(wire: Wire, sizes: Sizes, now: () => number) {
    this.#wire = wire;
    this.#sizes = sizes;
    this.#now = now;
  }

  send(data: string): void {
    if (this.#ended) return;
    if (!this.#corked) {
      this.#corked = true;
      this.#wire.cork();
      setImmediate(WireOutflow.#uncork, this);
    }
    this.#wire.send(data, this.#written);
    if (this.#slowSince === null && this.#wire.buffered() > this.#sizes.slowBytes) this.#slowSince = this.#now();
  }

  hint(data: string): void {
    if (this.#slowSince === null) this.send(data);
  }

  open(): boolean {
    return this.#slowSince === null && !this.#ended;
  }

  whenOpen(): Promise<void> {
    if (this.#slowSince === null || this.#ended) return Promise.resolve();
    return new Promise(resolve => {
      this.#waiting ??= [];
      this.#waiting.push(resolve);
    });
  }

  gone(): boolean {
    return this.#ended;
  }

  hopeless(time: number): boolean {
    const { cutBytes, cutMs } = this.#sizes;
    return this.#slowSince !== null && (this.#wire.buffered() > cutBytes || time - this.#slowSince > cutMs);
  }

  end(): void {
    this.#ended = true;
    this.#release();
  }

  readonly #written = (): void => {
    if (this.#slowSince !== null && this.#wire.buffered() <= this.#sizes.slowBytes / 2) this.#release();
  };

  #release(): void {
    this.#slowSince = null;
    const released = this.#waiting ?? [];
    this.#waiting = null;
    for (const resolve of released) resolve();
  }

  static #uncork(this: void, out: WireOutflow): void {
    out.#corked = false;
    out.#wire.uncork();
  }
}
