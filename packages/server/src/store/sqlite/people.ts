import { senderKey } from '../../log/senderKey.js';
import { takeOver } from '../../log/takeOver.js';
import type { Session } from '../store.js';
import type { Database } from './openDatabase.js';
import type { Reads, Writes } from './operations.js';
import type { Records } from './records.js';
import type { Statements } from './statements.js';

/** People the sites' backends vouch for, their sign-ins and sessions. */
export type People = Pick<Reads, 'session'> & Pick<Writes, 'signIn' | 'refresh' | 'revoke' | 'forgetEnded'>;

type Sql = ReturnType<typeof prepare>;

function prepare(db: Database) {
  return {
    person: db.prepare('SELECT visitor FROM persons WHERE site = ? AND sub = ?'),
    addPerson: db.prepare('INSERT OR IGNORE INTO persons (site, sub, visitor) VALUES (?, ?, ?)'),
    open: db.prepare(
      "SELECT id FROM conversations WHERE visitor = ? AND site = ? AND status = 'open' ORDER BY updated_at",
    ),
    countOpen: db.prepare(
      "SELECT COUNT(*) AS open FROM conversations WHERE visitor = ? AND site = ? AND status = 'open'",
    ),
    renameSender: db.prepare('UPDATE events SET sender = ? WHERE conversation = ? AND sender = ?'),
    moveUploads: db.prepare(
      `UPDATE uploads SET owner = ? WHERE owner = ? AND site = ?
       AND (conversation IS NULL OR conversation IN (SELECT id FROM conversations WHERE visitor = ?))`,
    ),
    endSession: db.prepare('UPDATE sessions SET expires_at = ? WHERE hash = ?'),
    dropSession: db.prepare('DELETE FROM sessions WHERE hash = ?'),
    keepFamily: db.prepare(
      `INSERT INTO families (id, site, visitor, attributes, expires_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET attributes = excluded.attributes, expires_at = excluded.expires_at`,
    ),
    family: db.prepare('SELECT site, visitor, attributes, expires_at AS expiresAt FROM families WHERE id = ?'),
    dropFamily: db.prepare('DELETE FROM families WHERE id = ?'),
    dropSessionsOf: db.prepare('DELETE FROM sessions WHERE family = ?'),
    dropEndedOf: db.prepare('DELETE FROM sessions WHERE family = ? AND expires_at < ?'),
    dropRefreshesOf: db.prepare('DELETE FROM refreshes WHERE family = ?'),
    refresh: db.prepare('SELECT family, used, expires_at AS expiresAt FROM refreshes WHERE hash = ?'),
    addRefresh: db.prepare('INSERT INTO refreshes (hash, family, used, expires_at) VALUES (?, ?, 0, ?)'),
    useRefreshesOf: db.prepare('UPDATE refreshes SET used = 1 WHERE family = ?'),
    dropEndedRefreshes: db.prepare('DELETE FROM refreshes WHERE expires_at < ?'),
    endedFamilies: db.prepare('SELECT id FROM families WHERE expires_at < ?'),
    dropEndedSessions: db.prepare("DELETE FROM sessions WHERE kind = 'visitor' AND expires_at < ?"),
  };
}

interface FamilyRow {
  readonly site: string;
  readonly visitor: string;
  readonly attributes: string;
  readonly expiresAt: number;
}

/** Each of its writes runs inside a transaction. */
export function createPeople(db: Database, statements: Statements, records: Records): People {
  const sql = prepare(db);

  function session(hash: string): Session | null {
    const row = statements.session.get(hash) as
      | (Session & { readonly family: string | null; readonly attributes: string | null })
      | undefined;
    if (!row) return null;
    const { family, attributes, ...rest } = row;
    return family === null ? rest : { ...rest, family, attributes: JSON.parse(attributes ?? '[]') };
  }

  return {
    session,
    signIn({ site, sub, newVisitor, newFamily, attributes, current, tokens }, now) {
      sql.addPerson.run(site, sub, newVisitor);
      const { visitor } = sql.person.get(site, sub) as { visitor: string };
      const before = current === null ? null : session(current);
      const own = before?.site === site && before.kind === 'visitor' ? before : null;
      const isAnonymous = own !== null && own.family === undefined && (own.expiresAt === null || own.expiresAt > now);
      const family = own?.id === visitor && own.family ? own.family : newFamily;
      sql.keepFamily.run(family, site, visitor, JSON.stringify(attributes), tokens.refreshEnds);
      handOut(sql, statements, { family, visitor, site }, tokens, now);
      if (isAnonymous) sql.endSession.run(now, current);
      const ids = isAnonymous ? (sql.open.all(own.id, site) as { id: string }[]) : [];
      const events = ids.map(({ id }) => moveOne(sql, statements, records, id, { visitor, attributes }, now));
      if (isAnonymous) sql.moveUploads.run(keyOf(visitor), keyOf(own.id), site, visitor);
      return { visitor, family, takenOver: isAnonymous ? own.id : null, events, open: countOpen(sql, visitor, site) };
    },
    refresh(site, hash, tokens, now) {
      const found = sql.refresh.get(hash) as { family: string; used: number; expiresAt: number } | undefined;
      const family = found && (sql.family.get(found.family) as FamilyRow | undefined);
      if (!family || family.site !== site) return { result: 'unknown' };
      const { visitor } = family;
      if (found.used) {
        dropFamily(sql, found.family);
        return { result: 'reused', visitor, family: found.family };
      }
      if (found.expiresAt <= now || family.expiresAt <= now) return { result: 'unknown' };
      const refreshEnds = Math.min(tokens.refreshEnds, family.expiresAt);
      handOut(sql, statements, { family: found.family, visitor, site }, { ...tokens, refreshEnds }, now);
      const open = countOpen(sql, visitor, site);
      return { result: 'ok', visitor, attributes: JSON.parse(family.attributes), open, refreshEnds };
    },
    revoke(site, hash) {
      const shown = session(hash);
      const family = shown?.family ?? (sql.refresh.get(hash) as { family: string } | undefined)?.family;
      if (family === undefined) {
        if (shown?.kind !== 'visitor' || shown.site !== site) return null;
        sql.dropSession.run(hash);
        return { visitor: shown.id, family: null };
      }
      const row = sql.family.get(family) as FamilyRow | undefined;
      if (row?.site !== site) return null;
      dropFamily(sql, family);
      return { visitor: row.visitor, family };
    },
    forgetEnded(now, long) {
      sql.dropEndedRefreshes.run(now);
      for (const { id } of sql.endedFamilies.all(long) as { id: string }[]) dropFamily(sql, id);
      sql.dropEndedSessions.run(long);
      return null;
    },
  };
}

const keyOf = (id: string) => senderKey({ kind: 'visitor', id });

function countOpen(sql: Sql, visitor: string, site: string): number {
  return (sql.countOpen.get(visitor, site) as { open: number }).open;
}

/** The new tokens take the place of those before; a session still in use stays until its end. */
function handOut(
  sql: Sql,
  statements: Statements,
  { family, visitor, site }: { family: string; visitor: string; site: string },
  { session, sessionEnds, refresh, refreshEnds }: Parameters<Writes['refresh']>[2],
  now: number,
): void {
  sql.useRefreshesOf.run(family);
  sql.addRefresh.run(refresh, family, refreshEnds);
  sql.dropEndedOf.run(family, now);
  statements.addSession.run(session, 'visitor', visitor, site, sessionEnds, family);
}

/** What was sent before and is sent again is still told from something new. */
function moveOne(
  sql: Sql,
  statements: Statements,
  records: Records,
  id: string,
  owner: Parameters<typeof takeOver>[1],
  at: number,
) {
  const before = records.get(id);
  if (!before) throw new Error(`The conversation ${id} has no record.`);
  const { event, record } = takeOver(before, owner, () => records.nextRev(before.site), at);
  const { seq, rev = 0 } = event;
  sql.renameSender.run(keyOf(owner.visitor), id, keyOf(before.visitor));
  const [sender, text] = [senderKey(event.sender), JSON.stringify(event)];
  // Written by the server alone: nobody sends it again, so there is nothing to compare with.
  statements.insert.run(id, seq, record.site, rev, sender, event.id, '', text);
  records.put(record, false);
  return { event, conversation: record };
}

function dropFamily(sql: Sql, family: string): void {
  sql.dropSessionsOf.run(family);
  sql.dropRefreshesOf.run(family);
  sql.dropFamily.run(family);
}
