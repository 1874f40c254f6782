import type { ServerLimits } from './serverLimits.js';
import { createTokenBucket, type TokenBucket } from './tokenBucket.js';

/** Why a connection is not even begun; `retryAfter` in seconds. */
export interface Refused {
  readonly status: 429 | 503;
  readonly retryAfter: number;
}

/** Decides before any authentication or database work whether an upgrade may go on. */
export interface UpgradeLimit {
  ask(address: string): Refused | null;
  /** Forgets addresses that have been quiet. */
  prune(): void;
}

type Rates = Pick<ServerLimits, 'upgradesPerAddress' | 'upgradeBurstPerAddress' | 'upgrades' | 'upgradeBurst'>;

/** One bucket for all addresses and one for each. */
export function createUpgradeLimit(limits: Rates, now: () => number): UpgradeLimit {
  const all = createTokenBucket(limits.upgradeBurst, limits.upgrades, now);
  const addresses = new Map<string, TokenBucket>();
  const bucketOf = (address: string) => {
    const found = addresses.get(address);
    if (found) return found;
    const bucket = createTokenBucket(limits.upgradeBurstPerAddress, limits.upgradesPerAddress, now);
    addresses.set(address, bucket);
    return bucket;
  };
  return {
    ask(address) {
      const own = bucketOf(address);
      if (!own.take()) return { status: 429, retryAfter: Math.ceil(own.wait()) };
      return all.take() ? null : { status: 503, retryAfter: Math.ceil(all.wait()) };
    },
    prune() {
      for (const [address, bucket] of addresses) if (bucket.full()) addresses.delete(address);
    },
  };
}
