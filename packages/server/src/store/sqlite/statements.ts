import type { Database } from './openDatabase.js';

const UPLOAD =
  'id, site, owner, name, size, created_at AS createdAt, key, type, width, height, conversation, brought_by AS broughtBy';

/** The server's SQL, compiled once per connection. */
export function prepareStatements(db: Database) {
  return {
    events: db.prepare('SELECT event FROM events WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?'),
    eventsAfterRev: db.prepare('SELECT event FROM events WHERE site = ? AND rev > ? ORDER BY rev LIMIT ?'),
    existing: db.prepare('SELECT event, hash FROM events WHERE conversation = ? AND sender = ? AND id = ?'),
    insert: db.prepare(
      'INSERT INTO events (conversation, seq, site, rev, sender, id, hash, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    edits: db.prepare(
      `SELECT event FROM events WHERE conversation = ? AND sender = ? AND seq > ? AND json_extract(event, '$.kind') = 'edited'
       AND json_extract(event, '$.body.message') = ? ORDER BY seq`,
    ),
    rewrite: db.prepare('UPDATE events SET event = ?, hash = ? WHERE conversation = ? AND seq = ?'),
    rev: db.prepare('SELECT rev FROM revs WHERE site = ?'),
    settled: db.prepare('SELECT site, rev FROM revs'),
    setRev: db.prepare(
      'INSERT INTO revs (site, rev) VALUES (?, ?) ON CONFLICT (site) DO UPDATE SET rev = excluded.rev',
    ),
    conversation: db.prepare('SELECT record FROM conversations WHERE id = ?'),
    conversationsOf: db.prepare(
      'SELECT record FROM conversations WHERE visitor = ? AND site = ? ORDER BY updated_at DESC',
    ),
    open: db.prepare("SELECT record FROM conversations WHERE site = ? AND status = 'open' ORDER BY updated_at DESC"),
    closed: db.prepare(
      "SELECT record FROM conversations WHERE site = ? AND status = 'closed' ORDER BY updated_at DESC LIMIT ?",
    ),
    keep: db.prepare(
      `INSERT INTO conversations (id, site, visitor, status, updated_at, record) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET visitor = excluded.visitor, status = excluded.status, updated_at = excluded.updated_at,
         record = excluded.record`,
    ),
    waits: db.prepare('SELECT at, minutes FROM waits WHERE site = ? AND at >= ? ORDER BY n DESC LIMIT ?'),
    addWait: db.prepare('INSERT INTO waits (site, minutes, at) VALUES (?, ?, ?)'),
    session: db.prepare(
      `SELECT s.kind, s.id, s.site, s.expires_at AS expiresAt, s.family, f.attributes
       FROM sessions s LEFT JOIN families f ON f.id = s.family WHERE s.hash = ?`,
    ),
    addSession: db.prepare('INSERT INTO sessions (hash, kind, id, site, expires_at, family) VALUES (?, ?, ?, ?, ?, ?)'),
    addSignIn: db.prepare('INSERT INTO sign_ins (hash, agent, expires_at) VALUES (?, ?, ?)'),
    addUpload: db.prepare(
      'INSERT OR IGNORE INTO uploads (id, site, owner, name, size, created_at, key) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    upload: db.prepare(`SELECT ${UPLOAD} FROM uploads WHERE id = ?`),
    finishUpload: db.prepare('UPDATE uploads SET type = ?, width = ?, height = ? WHERE id = ?'),
    linkUpload: db.prepare('UPDATE uploads SET conversation = ?, brought_by = ? WHERE id = ?'),
    releaseUpload: db.prepare(
      'UPDATE uploads SET conversation = ?, brought_by = ?, type = ?, created_at = ? WHERE id = ?',
    ),
    removeUpload: db.prepare('DELETE FROM uploads WHERE id = ? AND conversation IS NULL'),
    looseUploads: db.prepare(
      `SELECT ${UPLOAD} FROM uploads WHERE conversation IS NULL AND created_at < ? ORDER BY created_at LIMIT ?`,
    ),
    uploadedBytes: db.prepare('SELECT TOTAL(size) AS bytes FROM uploads WHERE owner = ? AND created_at >= ?'),
    redeemSignIn: db.prepare('DELETE FROM sign_ins WHERE hash = ? RETURNING agent, expires_at AS expiresAt'),
  };
}

/** All of them, ready to run. */
export type Statements = ReturnType<typeof prepareStatements>;
