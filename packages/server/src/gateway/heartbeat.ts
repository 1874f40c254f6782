/** When one connection is to hear of the server, and by when the server must have heard of it. */
export interface Heartbeat {
  /** A frame came in. */
  heard(): void;
  /** A heartbeat went out. */
  beaten(): void;
  /** What is due: nothing, a heartbeat, or the end because nobody is there. */
  due(): 'nothing' | 'beat' | 'silence';
}

/** How a heartbeat is timed, in milliseconds. */
export interface HeartbeatOptions {
  /** A heartbeat goes out after this, spread by 20 % so that many connections do not beat together. */
  readonly beatMs: number;
  /** Added to `beatMs`: a client that was silent for both is gone. */
  readonly silenceMs: number;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly chance: () => number;
}

/** Clients send `ping` on their own timer and the server answers with `beat`; any frame counts as a sign of life. */
export function createHeartbeat({ beatMs, silenceMs, now, chance }: HeartbeatOptions): Heartbeat {
  const next = () => now() + Math.round(beatMs * (0.8 + 0.4 * chance()));
  let heardAt = now();
  let beatAt = next();
  return {
    heard() {
      heardAt = now();
    },
    beaten() {
      beatAt = next();
    },
    due() {
      const time = now();
      if (time - heardAt > beatMs + silenceMs) return 'silence';
      return time >= beatAt ? 'beat' : 'nothing';
    },
  };
}
