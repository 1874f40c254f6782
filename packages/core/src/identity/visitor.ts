import { createIds, type VisitorGrant } from '@handrail/protocol';
import type { Environment } from '../environment.js';
import { HandrailError } from '../errors.js';
import { postJson } from '../http.js';
import type { Storage } from '../storage/storage.js';
import { readVisitor, type Visitor } from './readVisitor.js';

/** Who this browser is towards the server; nobody before there is something to send. */
export interface Identity {
  current(): Visitor | null;
  /** Gets a token at the first need; takes the newer one where there is one. */
  ensure(): Promise<Visitor>;
  /** Answers whether what is stored was this visitor's. */
  forget(): boolean;
}

/** The token is random and means nothing outside its site. */
export function createIdentity(
  environment: Environment,
  storage: Storage,
  key: string,
  server: string,
  site: string,
): Identity {
  let known = readVisitor(storage.get(key));
  let asking: Promise<Visitor> | null = null;
  let forgotten = 0;
  const newId = createIds(environment);

  async function ask(): Promise<Visitor> {
    const before = forgotten;
    const grant = (await postJson(environment, `${server}/api/v1/visitors`, { site })) as VisitorGrant;
    // Signed out meanwhile: what was asked for then belongs to nobody now.
    if (before !== forgotten) throw new HandrailError('destroyed', 'Signed out while asking for a token.');
    // Another tab asked at the same time and was first: one browser is one visitor.
    const first = readVisitor(storage.get(key));
    known = first ?? { visitor: grant.visitor, token: grant.token, device: newId() };
    if (!first) storage.set(key, JSON.stringify(known));
    return known;
  }

  return {
    current: () => known,
    ensure() {
      const stored = readVisitor(storage.get(key));
      // The same visitor with a newer token, or under the name of a sign-in. Anybody else is somebody else.
      if (!known || [stored?.visitor, stored?.was].includes(known.visitor)) known = stored;
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
      // Another page may have signed out, or signed in somebody else already.
      const isMine = readVisitor(storage.get(key))?.visitor === known?.visitor;
      if (isMine) storage.remove(key);
      known = null;
      return isMine;
    },
  };
}
