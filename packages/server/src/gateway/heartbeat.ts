import type { ServerLimits } from './serverLimits.js';

/** When one connection is to hear of the server, and by when the server must have heard of it. */
export interface Heartbeat {
  /** A frame came in. */
  heard(): void;
  /** A heartbeat went out. */
  beaten(): void;
  /** What is due: nothing, a heartbeat, or the end because nobody is there. */
  due(): 'nothing' | 'beat' | 'silence';
}

/** How a heartbeat is timed. */
export interface HeartbeatOptions {
  readonly limits: Pick<ServerLimits, 'beatMs' | 'silenceMs'>;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** From 0 up to 1. */
  readonly chance: () => number;
}

/**
 * A heartbeat goes out every `beatMs`, spread by 20 % so that many connections do not beat together. Clients send `ping`
 * on their own timer and the server answers with `beat`; any frame counts as a sign of life.
 */
export function createHeartbeat(options: HeartbeatOptions): Heartbeat {
  return new Heart(options);
}

/** A class, because every connection has one: methods are shared where closures would be made for each. */
class Heart implements Heartbeat {
  readonly #options: HeartbeatOptions;
  #heardAt: number;
  #beatAt: number;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#heardAt = options.elapsed();
    this.#beatAt = this.#next();
  }

  heard(): void {
    this.#heardAt = this.#options.elapsed();
  }

  beaten(): void {
    this.#beatAt = this.#next();
  }

  due(): 'nothing' | 'beat' | 'silence' {
    const { limits, elapsed } = this.#options;
    const time = elapsed();
    if (time - this.#heardAt > limits.beatMs + limits.silenceMs) return 'silence';
    return time >= this.#beatAt ? 'beat' : 'nothing';
  }

  #next(): number {
    const { limits, elapsed, chance } = this.#options;
    return elapsed() + Math.round(limits.beatMs * (0.8 + 0.4 * chance()));
  }
}
