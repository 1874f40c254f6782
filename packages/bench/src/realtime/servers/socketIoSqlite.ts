import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { Server } from 'socket.io';
import { announce } from './announce.js';

interface Message {
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
}

interface Waiting {
  readonly message: Message;
  readonly room: string;
  readonly ack: (place: { seq: number; at: number }) => void;
}

/** Longest time a message waits for others to share its commit, in milliseconds. */
const GROUP_MS = 2;

const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-socket-io-'));
const db = new DatabaseSync(join(folder, 'log.db'));
db.exec('PRAGMA wal_autocheckpoint = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
db.exec(`CREATE TABLE log (conversation TEXT, seq INTEGER, id TEXT, at INTEGER, text TEXT,
  PRIMARY KEY (conversation, seq), UNIQUE (conversation, id)) WITHOUT ROWID`);
const insert = db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?)');
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const http = createServer();
const io = new Server(http, { serveClient: false, transports: ['websocket'] });
const seqs = new Map<string, number>();
let waiting: Waiting[] = [];

/** One transaction for all that wait; acknowledged and handed on after it returned. */
function commit(): void {
  const group = waiting;
  waiting = [];
  db.exec('BEGIN IMMEDIATE');
  const places = group.map(({ message: { id, conversation, text } }) => {
    const place = { seq: (seqs.get(conversation) ?? 0) + 1, at: Date.now() };
    seqs.set(conversation, place.seq);
    insert.run(conversation, place.seq, id, place.at, text);
    return place;
  });
  db.exec('COMMIT');
  group.forEach(({ message, room, ack }, i) => {
    const place = places[i];
    if (!place) return;
    ack(place);
    io.to(room).emit('message', { ...message, ...place });
  });
}

io.on('connection', socket => {
  const { as, room } = socket.handshake.auth as { as: string; room: string };
  if (as === 'agent') void socket.join(room);
  socket.on('message', (message: Message, ack: Waiting['ack']) => {
    if (waiting.push({ message, room, ack }) === 1) setTimeout(commit, GROUP_MS);
  });
});
http.listen(0, '127.0.0.1', () => announce(http.address()));
