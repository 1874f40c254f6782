import { Worker } from 'node:worker_threads';
import { type Conversation, DEFAULT_LIMITS, type ErrorCodeName } from '@handrail/protocol';
import { eventOf } from '../../log/enter.js';
import type { Appended, Draft, Refusal, Store } from '../store.js';
import { StoreError } from '../storeError.js';
import type { WorkerInput, WorkerMessage } from './calls.js';
import { type Committed, createCaller } from './createCaller.js';
import { createKnownRecords } from './knownRecords.js';

/** Where the data lies and how the store behaves. */
export interface SqliteStoreOptions {
  /** Folder of the database; it is made when absent. */
  readonly folder: string;
  /** Value for a new database; a stored one is kept. */
  readonly newEpoch: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Writes waiting for a commit before `busy`. Default 10,000. */
  readonly commitQueue?: number;
  /** Largest size of the database in bytes; above it writes are refused with `read_only`. Default: the disk's. */
  readonly maxBytes?: number;
  /** Told of each commit. Default: nobody is. */
  readonly committed?: Committed;
  /** Compiled worker. Default: beside this file; given by those who run the sources. */
  readonly workerUrl?: URL;
}

const CODES: readonly ErrorCodeName[] = ['busy', 'read_only', 'internal'];

/**
 * SQLite in a worker thread: a disk that takes its time delays acknowledgements, never the sockets. WAL, synced at
 * every commit; writes that arrive while one is made share the next. Rejects with a `StoreError` when the folder or
 * the database cannot be used.
 */
export async function createSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const worker = await startWorker(options);
  const { commitQueue = DEFAULT_LIMITS.commitQueue, committed = () => undefined } = options;
  const { call, end, pending } = createCaller(worker.thread, commitQueue, committed);
  const records = createKnownRecords();

  function append(draft: Draft): Promise<Appended> {
    return call('append', draft, options.now(), records.has(draft.conversation))
      .then(answer => records.complete(draft, answer) ?? completeFromStore(draft, answer))
      .catch(refusal);
  }

  async function completeFromStore(draft: Draft, answer: unknown): Promise<Appended> {
    const conversation = await call('conversation', draft.conversation);
    const place = answer as { seq: number; rev: number; at: number };
    return {
      ok: true,
      event: eventOf(draft, { attachments: [], ...place }),
      conversation: conversation as Conversation,
      repeated: false,
    };
  }

  return {
    epoch: worker.epoch,
    pending,
    append,
    events: (conversation, after, limit) => call('events', conversation, after, limit),
    eventsAfterRev: (site, rev, limit) => call('eventsAfterRev', site, rev, limit),
    rev: site => call('rev', site),
    conversation: id => call('conversation', id),
    conversationsOf: (site, visitor) => call('conversationsOf', site, visitor),
    inbox: (site, closed) => call('inbox', site, closed),
    async mark(conversation, side, marks) {
      const marked = await call('mark', conversation, side, marks);
      if (marked) records.take(marked.conversation);
      return marked;
    },
    waits: (site, since) => call('waits', site, since),
    addOutcome: (report, at) => call('addOutcome', report, at),
    spend: (site, what, day, amount) => call('spend', site, what, day, amount),
    results: (site, from, until) => call('results', site, from, until),
    addSession: async (hash, session) => void (await call('addSession', hash, session)),
    session: hash => call('session', hash),
    async signIn(signedIn, now) {
      const result = await call('signIn', signedIn, now);
      for (const { conversation } of result.events) records.take(conversation);
      return result;
    },
    refresh: (site, hash, tokens, now) => call('refresh', site, hash, tokens, now),
    revoke: (site, hash) => call('revoke', site, hash),
    forgetEnded: async (now, long) => void (await call('forgetEnded', now, long)),
    addSignIn: async (hash, agent, expiresAt) => void (await call('addSignIn', hash, agent, expiresAt)),
    redeemSignIn: (hash, now) => call('redeemSignIn', hash, now),
    addUpload: upload => call('addUpload', upload),
    upload: id => call('upload', id),
    finishUpload: async (id, found) => void (await call('finishUpload', id, found)),
    removeUpload: id => call('removeUpload', id),
    looseUploads: (before, limit) => call('looseUploads', before, limit),
    uploadedBytes: (owner, since) => call('uploadedBytes', owner, since),
    close: end,
  };
}

function refusal(error: unknown): Appended {
  const known = error instanceof StoreError && CODES.includes(error.code);
  const code = known ? (error.code as Refusal['code']) : 'internal';
  return { ok: false, refusal: { code, message: error instanceof Error ? error.message : String(error) } };
}

function startWorker(options: SqliteStoreOptions): Promise<{ thread: Worker; epoch: string }> {
  const { folder, newEpoch, maxBytes } = options;
  const input: WorkerInput = { folder, newEpoch, ...(maxBytes === undefined ? {} : { maxBytes }) };
  const url = options.workerUrl ?? new URL('./worker.js', import.meta.url);
  // Most of what the worker makes lives for one commit: room for it to die young spares the collector.
  const resourceLimits = { maxYoungGenerationSizeMb: 64 };
  const thread = new Worker(url, { workerData: input, name: 'handrail-store', resourceLimits });
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (text: string) => {
      const message = JSON.parse(text) as WorkerMessage;
      thread.off('error', reject);
      if ('opened' in message) resolve({ thread, epoch: message.opened.epoch });
      else if ('failed' in message) reject(new StoreError(message.failed.code, message.failed.message));
    });
  });
}
