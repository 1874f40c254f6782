import type { Availability, Owner } from '@handrail/protocol';
import type { Consent } from './consent.js';
import type { IdentityState } from './identity/person.js';
import type { Connection } from './session.js';
import type { Stores } from './stores.js';

/** Where a client stands, as plain data: a snapshot, which does not follow. */
export interface ClientState {
  readonly connection: Connection;
  /** `null` before the server was asked. */
  readonly availability: Availability | null;
  /** Id of the current conversation; `null` when there is none. */
  readonly current: string | null;
  readonly owner: Owner;
  readonly unread: number;
  readonly locale: string;
  readonly identity: IdentityState | null;
  readonly consent: Consent;
}

const PARTS = 'connection availability current owner unread locale identity consent';

/** What the stores hold now. */
export function readClientState(stores: Stores): ClientState {
  return Object.fromEntries(
    PARTS.split(' ').map(name => [name, stores[`$${name}` as '$owner'].get()]),
  ) as unknown as ClientState;
}
