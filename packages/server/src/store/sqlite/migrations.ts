/**
 * Steps from each schema to the next; `user_version` counts those that were taken. Steps are only ever added: a
 * released step never changes.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    visitor TEXT NOT NULL,
    status TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    record TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX conversations_open ON conversations (site) WHERE status = 'open';
  CREATE INDEX conversations_closed ON conversations (site, updated_at) WHERE status = 'closed';
  CREATE INDEX conversations_visitor ON conversations (visitor, site);

  CREATE TABLE events (
    conversation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    site TEXT NOT NULL,
    rev INTEGER NOT NULL,
    sender TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (conversation, seq),
    UNIQUE (id, conversation, sender),
    UNIQUE (site, rev)
  );

  CREATE TABLE revs (site TEXT PRIMARY KEY, rev INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE waits (n INTEGER PRIMARY KEY, site TEXT NOT NULL, minutes REAL NOT NULL);
  CREATE INDEX waits_site ON waits (site, n);

  CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    site TEXT NOT NULL,
    expires_at INTEGER
  ) WITHOUT ROWID;
  CREATE TABLE sign_ins (hash TEXT PRIMARY KEY, agent TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    key TEXT NOT NULL,
    type TEXT,
    width INTEGER,
    height INTEGER,
    conversation TEXT,
    brought_by TEXT
  ) WITHOUT ROWID;
  CREATE INDEX uploads_owner ON uploads (owner, created_at);
  CREATE INDEX uploads_loose ON uploads (created_at) WHERE conversation IS NULL;
  `,
  `
  CREATE TABLE persons (
    site TEXT NOT NULL,
    sub TEXT NOT NULL,
    visitor TEXT NOT NULL,
    PRIMARY KEY (site, sub)
  ) WITHOUT ROWID;
  CREATE TABLE families (
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    visitor TEXT NOT NULL,
    attributes TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX families_end ON families (expires_at);
  CREATE TABLE refreshes (
    hash TEXT PRIMARY KEY,
    family TEXT NOT NULL,
    used INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX refreshes_family ON refreshes (family);
  CREATE INDEX refreshes_end ON refreshes (expires_at);
  ALTER TABLE sessions ADD COLUMN family TEXT;
  CREATE INDEX sessions_family ON sessions (family) WHERE family IS NOT NULL;
  CREATE INDEX sessions_end ON sessions (expires_at) WHERE kind = 'visitor' AND expires_at IS NOT NULL;
  `,
  `
  ALTER TABLE waits ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
  DROP INDEX waits_site;
  CREATE INDEX waits_site ON waits (site, at);
  `,
  `
  CREATE TABLE outcomes (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    answers INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    searches INTEGER NOT NULL,
    locale TEXT NOT NULL,
    PRIMARY KEY (site, id)
  ) WITHOUT ROWID;
  CREATE INDEX outcomes_at ON outcomes (site, at);
  CREATE TABLE talks (
    conversation TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    requested_at INTEGER,
    accepted_at INTEGER,
    answered_at INTEGER,
    message_left_at INTEGER,
    left_at INTEGER,
    closed_at INTEGER,
    score INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX talks_requested ON talks (site, requested_at) WHERE requested_at IS NOT NULL;
  CREATE INDEX talks_left ON talks (site, message_left_at) WHERE message_left_at IS NOT NULL;
  CREATE INDEX talks_closed ON talks (site, closed_at) WHERE closed_at IS NOT NULL;
  `,
  `
  CREATE TABLE spent (
    site TEXT NOT NULL,
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (site, day, what)
  ) WITHOUT ROWID;
  `,
  // Scores are -1 where a survey was shown and not answered.
  `
  ALTER TABLE outcomes ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE outcomes ADD COLUMN csat INTEGER;
  ALTER TABLE outcomes ADD COLUMN ces INTEGER;
  ALTER TABLE outcomes ADD COLUMN nps INTEGER;
  `,
];
