import type { Conversation, LogEvent } from '@handrail/protocol';
import { enter } from '../log/enter.js';
import { moveMarks } from '../log/moveMarks.js';
import type { NewEvent } from '../log/project.js';
import { senderKey } from '../log/senderKey.js';
import type { Appended, Draft, Session, Store, Upload } from './store.js';

/** What the in-memory store needs. */
export interface MemoryStoreOptions {
  readonly epoch: string;
  readonly now: () => number;
}

interface Held {
  readonly conversations: Map<string, Conversation>;
  readonly logs: Map<string, NewEvent[]>;
  readonly sites: Map<string, NewEvent[]>;
  readonly unique: Map<string, { event: NewEvent; hash: string }>;
  readonly waits: Map<string, number[]>;
  readonly sessions: Map<string, Session>;
  readonly signIns: Map<string, { agent: string; expiresAt: number }>;
  readonly uploads: Map<string, Upload>;
}

/** A store that forgets when the process ends: for tests and for trying things out. */
export function createMemoryStore({ epoch, now }: MemoryStoreOptions): Store {
  const held: Held = {
    conversations: new Map(),
    logs: new Map(),
    sites: new Map(),
    unique: new Map(),
    waits: new Map(),
    sessions: new Map(),
    signIns: new Map(),
    uploads: new Map(),
  };
  return {
    epoch,
    pending: () => 0,
    append: async draft => append(held, draft, now()),
    events: async (conversation, after, limit) => page(held.logs.get(conversation), after, limit),
    eventsAfterRev: async (site, rev, limit) => page(held.sites.get(site), rev, limit),
    rev: async site => held.sites.get(site)?.length ?? 0,
    conversation: async id => held.conversations.get(id) ?? null,
    conversationsOf: async (site, visitor) => list(held, one => one.site === site && one.visitor === visitor),
    async inbox(site, closed) {
      const open = list(held, one => one.site === site && one.status === 'open');
      return [...open, ...list(held, one => one.site === site && one.status === 'closed').slice(0, closed)];
    },
    async mark(id, side, marks) {
      const record = held.conversations.get(id);
      if (!record) return null;
      const moved = moveMarks(record, side, marks);
      if (moved) held.conversations.set(id, moved);
      return { conversation: moved ?? record, moved: moved !== null };
    },
    waits: async (site, limit) => (held.waits.get(site) ?? []).slice(-limit).reverse(),
    addSession: async (hash, session) => void held.sessions.set(hash, session),
    session: async hash => held.sessions.get(hash) ?? null,
    addSignIn: async (hash, agent, expiresAt) => void held.signIns.set(hash, { agent, expiresAt }),
    async redeemSignIn(hash, at) {
      const found = held.signIns.get(hash);
      held.signIns.delete(hash);
      return found && found.expiresAt > at ? found.agent : null;
    },
    ...createUploads(held),
    close: async () => undefined,
  };
}

function append(held: Held, draft: Draft, at: number): Appended {
  const key = `${draft.conversation} ${senderKey(draft.sender)} ${draft.id}`;
  const before = {
    record: held.conversations.get(draft.conversation) ?? null,
    existing: () => held.unique.get(key) ?? null,
    upload: (id: string) => held.uploads.get(id) ?? null,
    nextRev: () => (held.sites.get(draft.site)?.length ?? 0) + 1,
  };
  const entered = enter(draft, before, at);
  if (entered.result === 'refused') return { ok: false, refusal: entered.refusal };
  const { event, record } = entered;
  if (entered.result === 'repeated') return { ok: true, event, conversation: record, repeated: true };
  held.conversations.set(record.id, record);
  held.unique.set(key, { event, hash: entered.hash });
  push(held.logs, record.id, event);
  push(held.sites, record.site, event);
  for (const { id } of entered.attachments)
    changeUpload(held, id, { conversation: record.id, broughtBy: event.kind === 'note' ? 'note' : 'message' });
  if (entered.waited !== null) push(held.waits, record.site, entered.waited);
  return { ok: true, event, conversation: record, repeated: false };
}

type UploadStore = Pick<
  Store,
  'addUpload' | 'upload' | 'finishUpload' | 'removeUpload' | 'looseUploads' | 'uploadedBytes'
>;

function createUploads(held: Held): UploadStore {
  const { uploads } = held;
  return {
    async addUpload(upload) {
      if (uploads.has(upload.id)) return false;
      uploads.set(upload.id, upload);
      return true;
    },
    upload: async id => uploads.get(id) ?? null,
    finishUpload: async (id, found) => changeUpload(held, id, found),
    removeUpload: async id => uploads.get(id)?.conversation === null && uploads.delete(id),
    async looseUploads(before, limit) {
      const loose = [...uploads.values()].filter(one => one.conversation === null && one.createdAt < before);
      return loose.sort((a, b) => a.createdAt - b.createdAt).slice(0, limit);
    },
    async uploadedBytes(owner, since) {
      const own = [...uploads.values()].filter(one => one.owner === owner && one.createdAt >= since);
      return own.reduce((sum, one) => sum + one.size, 0);
    },
  };
}

function changeUpload({ uploads }: Held, id: string, change: Partial<Upload>): void {
  const upload = uploads.get(id);
  if (upload) uploads.set(id, { ...upload, ...change });
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const found = lists.get(key);
  if (found) found.push(value);
  else lists.set(key, [value]);
}

function page(log: readonly LogEvent[] | undefined, after: number, limit: number): readonly LogEvent[] {
  return log?.slice(after, after + limit) ?? [];
}

function list(held: Held, wanted: (one: Conversation) => boolean): Conversation[] {
  return [...held.conversations.values()].filter(wanted).sort((a, b) => b.updatedAt - a.updatedAt);
}
