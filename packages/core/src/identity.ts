import { createIds, type VisitorGrant } from '@handrail/protocol';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';
import { postJson } from './http.js';
import type { Storage } from './storage/storage.js';

/** An anonymous visitor of this browser. */
export interface Visitor {
  readonly visitor: string;
  readonly token: string;
  readonly device: string;
}

/** Who this browser is towards the server; nobody before there is something to send. */
export interface Identity {
  current(): Visitor | null;
  /** Gets a token at the first need. */
  ensure(): Promise<Visitor>;
  forget(): void;
}

/** The token is random and means nothing outside its site. */
export function createIdentity(
  environment: Environment,
  storage: Storage,
  key: string,
  server: string,
  site: string,
): Identity {
  let known = read(storage.get(key));
  let asking: Promise<Visitor> | null = null;
  let forgotten = 0;
  const newId = createIds(environment);

  async function ask(): Promise<Visitor> {
    const before = forgotten;
    const grant = (await postJson(environment, `${server}/api/v1/visitors`, { site })) as VisitorGrant;
    // Signed out meanwhile: what was asked for then belongs to nobody now.
    if (before !== forgotten) throw new HandrailError('destroyed', 'Signed out while asking for a token.');
    // Another tab asked at the same time and was first: one browser is one visitor.
    const first = read(storage.get(key));
    known = first ?? { visitor: grant.visitor, token: grant.token, device: newId() };
    if (!first) storage.set(key, JSON.stringify(known));
    return known;
  }

  return {
    current: () => known,
    ensure() {
      known ??= read(storage.get(key));
      if (known) return Promise.resolve(known);
      if (asking) return asking;
      const mine = ask().finally(() => {
        if (asking === mine) asking = null;
      });
      asking = mine;
      return mine;
    },
    forget() {
      forgotten += 1;
      asking = null;
      const stored = read(storage.get(key));
      // Another page may have signed in somebody else already.
      if (!stored || !known || stored.token === known.token) storage.remove(key);
      known = null;
    },
  };
}

function read(text: string | null): Visitor | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Visitor> | null;
    return value?.token && value.visitor && value.device ? (value as Visitor) : null;
  } catch {
    return null;
  }
}
