import type { Decoder } from '@handrail/protocol/decode';
import { hashToken } from '../access/tokens.js';
import { createIntake, type Intake } from './intake.js';
import type { ServerLimits } from './serverLimits.js';

/** Somebody who speaks by requests: what a connection would remember between two frames. */
export interface Sender {
  readonly take: Intake;
}

/** Senders of this process by their token, so that rates hold over many requests. */
export interface Senders {
  /** Whether this token was good a short while ago; its requests are then limited by its own rates. */
  isKnown(token: string): boolean;
  of(token: string): Sender;
  /** The token is good. */
  prove(token: string): void;
  /** Forgets those that have been quiet. */
  prune(): void;
}

interface Entry extends Sender {
  isProven: boolean;
  usedAt: number;
}

/** Quiet for this long, in milliseconds, every rate is as full as at first. */
const QUIET_MS = 60_000;

export function createSenders(decoder: Decoder, limits: ServerLimits, now: () => number): Senders {
  const entries = new Map<string, Entry>();
  const entryOf = (token: string) => {
    const key = hashToken(token);
    const entry = entries.get(key) ?? { take: createIntake(decoder, limits, now), isProven: false, usedAt: 0 };
    entry.usedAt = now();
    entries.set(key, entry);
    return entry;
  };
  return {
    isKnown: token => entries.get(hashToken(token))?.isProven ?? false,
    of: entryOf,
    prove(token) {
      entryOf(token).isProven = true;
    },
    prune() {
      for (const [key, { usedAt }] of entries) if (now() - usedAt > QUIET_MS) entries.delete(key);
    },
  };
}
