import type { Attribute, Conversation } from '@handrail/protocol';
import { type NewOwner, takeOver } from '../log/takeOver.js';
import type { NextTokens, Session, SignInResult, Store } from './store.js';

/** People the sites' backends vouch for, and their sign-ins, in memory. */
export type PeopleStore = Pick<Store, 'addSession' | 'session' | 'signIn' | 'refresh' | 'revoke' | 'forgetEnded'>;

/** What it needs of the rest of the store. */
export interface PeopleParts {
  /** A visitor's open conversations, the one that rests for longest first. */
  readonly open: (site: string, visitor: string) => readonly Conversation[];
  readonly nextRev: (site: string) => number;
  /** Takes in what became of a conversation. */
  readonly moved: (before: Conversation, after: ReturnType<typeof takeOver>) => void;
  /** Files that no message brought yet, and those of the conversations, are the person's now. */
  readonly moveUploads: (site: string, from: string, to: string) => void;
}

interface Family {
  readonly site: string;
  readonly visitor: string;
  readonly attributes: readonly Attribute[];
  readonly expiresAt: number;
}

interface Held {
  readonly persons: Map<string, string>;
  readonly families: Map<string, Family>;
  readonly refreshes: Map<string, { family: string; used: boolean; expiresAt: number }>;
  readonly sessions: Map<string, Session>;
}

/** @internal */
export function createMemoryPeople(parts: PeopleParts): PeopleStore {
  const held: Held = { persons: new Map(), families: new Map(), refreshes: new Map(), sessions: new Map() };
  const { persons, families, refreshes, sessions } = held;

  function session(hash: string): Session | null {
    const found = sessions.get(hash);
    if (found?.family === undefined) return found ?? null;
    return { ...found, attributes: families.get(found.family)?.attributes ?? [] };
  }
  const countOpen = (site: string, visitor: string) => parts.open(site, visitor).length;

  return {
    addSession: async (hash, added) => void sessions.set(hash, added),
    session: async hash => session(hash),
    async signIn({ site, sub, newVisitor, newFamily, attributes, current, tokens }, now): Promise<SignInResult> {
      const person = JSON.stringify([site, sub]);
      const visitor = persons.get(person) ?? newVisitor;
      persons.set(person, visitor);
      const before = current === null ? null : session(current);
      const own = before?.site === site && before.kind === 'visitor' ? before : null;
      const isAnonymous = own !== null && own.family === undefined && (own.expiresAt === null || own.expiresAt > now);
      const family = own?.id === visitor && own.family ? own.family : newFamily;
      families.set(family, { site, visitor, attributes, expiresAt: tokens.refreshEnds });
      handOut(held, family, tokens, now);
      if (isAnonymous && current !== null) sessions.set(current, { ...own, expiresAt: now });
      const moving = isAnonymous ? parts.open(site, own.id) : [];
      const events = moving.map(record => move(parts, record, { visitor, attributes }, now));
      if (isAnonymous) parts.moveUploads(site, own.id, visitor);
      return { visitor, family, takenOver: isAnonymous ? own.id : null, events, open: countOpen(site, visitor) };
    },
    async refresh(site, hash, tokens, now) {
      const found = refreshes.get(hash);
      const family = found && families.get(found.family);
      if (!family || family.site !== site) return { result: 'unknown' };
      const { visitor, attributes } = family;
      if (found.used) {
        dropFamily(held, found.family);
        return { result: 'reused', visitor, family: found.family };
      }
      if (found.expiresAt <= now || family.expiresAt <= now) return { result: 'unknown' };
      const refreshEnds = Math.min(tokens.refreshEnds, family.expiresAt);
      handOut(held, found.family, { ...tokens, refreshEnds }, now);
      return { result: 'ok', visitor, attributes, open: countOpen(site, visitor), refreshEnds };
    },
    async revoke(site, hash) {
      const shown = session(hash);
      const family = shown?.family ?? refreshes.get(hash)?.family;
      if (family === undefined) {
        if (shown?.kind !== 'visitor' || shown.site !== site) return null;
        sessions.delete(hash);
        return { visitor: shown.id, family: null };
      }
      const row = families.get(family);
      if (row?.site !== site) return null;
      dropFamily(held, family);
      return { visitor: row.visitor, family };
    },
    async forgetEnded(now, long) {
      for (const [hash, { expiresAt }] of refreshes) if (expiresAt < now) refreshes.delete(hash);
      for (const [id, { expiresAt }] of families) if (expiresAt < long) dropFamily(held, id);
      for (const [hash, { kind, expiresAt }] of sessions)
        if (kind === 'visitor' && expiresAt !== null && expiresAt < long) sessions.delete(hash);
    },
  };
}

function move({ nextRev, moved }: PeopleParts, before: Conversation, owner: NewOwner, now: number) {
  const after = takeOver(before, owner, () => nextRev(before.site), now);
  moved(before, after);
  return { event: after.event, conversation: after.record };
}

/** The new tokens take the place of those before; a session still in use stays until its end. */
function handOut({ families, refreshes, sessions }: Held, family: string, tokens: NextTokens, now: number): void {
  const { site, visitor } = families.get(family) as Family;
  for (const [hash, one] of refreshes) if (one.family === family) refreshes.set(hash, { ...one, used: true });
  refreshes.set(tokens.refresh, { family, used: false, expiresAt: tokens.refreshEnds });
  for (const [hash, one] of sessions)
    if (one.family === family && one.expiresAt !== null && one.expiresAt < now) sessions.delete(hash);
  sessions.set(tokens.session, { kind: 'visitor', id: visitor, site, expiresAt: tokens.sessionEnds, family });
}

function dropFamily({ families, refreshes, sessions }: Held, family: string): void {
  for (const [hash, one] of sessions) if (one.family === family) sessions.delete(hash);
  for (const [hash, one] of refreshes) if (one.family === family) refreshes.delete(hash);
  families.delete(family);
}
