import type { IncomingMessage } from 'node:http';
import type { Senders } from './senders.js';
import type { ServerLimits } from './serverLimits.js';
import { createUpgradeLimit, type Refused } from './upgradeLimit.js';

/** Decides before any authentication or database work who may go on. */
export interface Admission {
  /** A new connection. */
  connection(request: IncomingMessage): Refused | null;
  /** A request of somebody who may have been let in before. */
  request(request: IncomingMessage): Refused | null;
  /** Lets nobody in from now on. */
  stop(): void;
  prune(): void;
}

/** What it is made of. */
export interface AdmissionParts {
  readonly limits: ServerLimits;
  readonly now: () => number;
  /** Seconds to stay away from a server that stops. */
  readonly retryAfter: () => number;
  readonly clientAddress: (request: IncomingMessage) => string;
  readonly senders: Senders;
}

export function createAdmission({ limits, now, retryAfter, clientAddress, senders }: AdmissionParts): Admission {
  const upgrades = createUpgradeLimit(limits, now);
  let stopped = false;
  const connection = (request: IncomingMessage): Refused | null =>
    stopped ? { status: 503, retryAfter: retryAfter() } : upgrades.ask(clientAddress(request));
  return {
    connection,
    request(request) {
      const token = bearerOf(request);
      return !stopped && token !== null && senders.isKnown(token) ? null : connection(request);
    },
    stop() {
      stopped = true;
    },
    prune() {
      upgrades.prune();
      senders.prune();
    },
  };
}

/** The token of a request, from `Authorization: Bearer`; `null` when there is none. */
export function bearerOf({ headers }: IncomingMessage): string | null {
  return /^Bearer (\S{1,512})$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
