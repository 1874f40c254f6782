import type { Attribute, IdentityGrant } from '@handrail/protocol';
import type { Storage } from '../storage/storage.js';
import type { Visitor } from './readVisitor.js';

/** A sign-in as this browser keeps it, beside the visitor's token. */
export interface KeptIdentity {
  readonly id: string;
  /** Empty when it is of no use any more. */
  readonly refresh: string;
  readonly refreshEnds: number;
  /** When the session ends, in milliseconds of this device's clock. */
  readonly ends: number;
  /** When another one is asked for. */
  readonly due: number;
  readonly signed: readonly Attribute[];
}

/** What this browser holds of the visitor and the sign-in; tabs share it. */
export interface Kept {
  readonly key: string;
  visitor(): Visitor | null;
  identity(): KeptIdentity | null;
  /** The refresh is of no use any more. */
  spend(): void;
  /** @param before the visitor whose token was shown */
  put(id: string, grant: IdentityGrant, before: Visitor | null): void;
}

/** The next session is asked for so long before the end, or a fifth of its life before. */
const EARLY_MS = 60_000;

/** @internal */
export function createKept(storage: Storage, prefix: string, now: () => number, newId: () => string): Kept {
  const key = `${prefix}identity`;
  const read = <T>(from: string) => {
    try {
      return JSON.parse(storage.get(from) ?? 'null') as Partial<T> | null;
    } catch {
      return null;
    }
  };
  const identity = () => {
    const kept = read<KeptIdentity>(key);
    return typeof kept?.id === 'string' && Array.isArray(kept.signed) ? (kept as KeptIdentity) : null;
  };
  const write = (kept: KeptIdentity) => storage.set(key, JSON.stringify(kept));
  return {
    key,
    identity,
    visitor() {
      const kept = read<Visitor>(`${prefix}visitor`);
      return kept?.token && kept.visitor && kept.device ? (kept as Visitor) : null;
    },
    spend() {
      const kept = identity();
      if (kept) write({ ...kept, refresh: '' });
    },
    put(id, { visitor, token, refresh, refreshExpiresIn, expiresIn, attributes }, before) {
      const ends = now() + expiresIn;
      const was = before && before.visitor !== visitor ? before.visitor : before?.was;
      const kept: Visitor = { visitor, token, device: before?.device ?? newId(), ...(was ? { was } : {}) };
      // In this order: a page that ends in between can refresh.
      const due = ends - Math.min(EARLY_MS, expiresIn / 5);
      write({ id, refresh, refreshEnds: now() + refreshExpiresIn, ends, due, signed: attributes });
      storage.set(`${prefix}visitor`, JSON.stringify(kept));
    },
  };
}

/** The token in what was kept of a visitor. */
export function tokenIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as Partial<Visitor> | null)?.token;
  } catch {
    return undefined;
  }
}
