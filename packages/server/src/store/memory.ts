import type { Conversation, LogEvent } from '@handrail/protocol';
import { NO_HASH } from '../log/amend.js';
import { enter } from '../log/enter.js';
import { moveMarks } from '../log/moveMarks.js';
import type { NewEvent } from '../log/project.js';
import { senderKey } from '../log/senderKey.js';
import type { takeOver } from '../log/takeOver.js';
import { createMemoryFigures, type MemoryFigures } from './memoryFigures.js';
import { createMemoryPeople } from './memoryPeople.js';
import { type Appended, type Draft, MOST_WAITS, RELEASED, type Store, type Upload, type Waited } from './store.js';

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
  readonly waits: Map<string, Waited[]>;
  readonly signIns: Map<string, { agent: string; expiresAt: number }>;
  readonly uploads: Map<string, Upload>;
  readonly figures: MemoryFigures;
}

/** A store that forgets when the process ends: for tests and for trying things out. */
export function createMemoryStore({ epoch, now }: MemoryStoreOptions): Store {
  const held: Held = {
    conversations: new Map(),
    logs: new Map(),
    sites: new Map(),
    unique: new Map(),
    waits: new Map(),
    signIns: new Map(),
    uploads: new Map(),
    figures: createMemoryFigures(),
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
    waits: async (site, since) =>
      (held.waits.get(site) ?? [])
        .filter(one => one.at >= since)
        .slice(-MOST_WAITS)
        .reverse(),
    ...createMemoryPeople({
      open: (site, visitor) =>
        list(held, one => one.site === site && one.visitor === visitor && one.status === 'open').reverse(),
      nextRev: site => nextRev(held, site),
      moved: (before, after) => moved(held, before, after),
      moveUploads: (site, from, to) => moveUploads(held, site, from, to),
    }),
    addOutcome: held.figures.addOutcome,
    spend: held.figures.spend,
    results: held.figures.results,
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
    versions: (message: string) => versions(held, draft, message),
    upload: (id: string) => held.uploads.get(id) ?? null,
    nextRev: () => nextRev(held, draft.site),
  };
  const entered = enter(draft, before, at);
  if (entered.result === 'refused') return { ok: false, refusal: entered.refusal };
  const { event, record } = entered;
  if (entered.result === 'repeated') return { ok: true, event, conversation: record, repeated: true };
  held.figures.entered(before.record, event, record);
  held.conversations.set(record.id, record);
  held.unique.set(key, { event, hash: entered.hash });
  push(held.logs, record.id, event);
  push(held.sites, record.site, event);
  for (const changed of entered.rewritten) rewrite(held, record.site, changed);
  for (const id of entered.released) changeUpload(held, id, RELEASED);
  for (const { id } of entered.attachments)
    changeUpload(held, id, { conversation: record.id, broughtBy: event.kind === 'note' ? 'note' : 'message' });
  if (entered.waited !== null) push(held.waits, record.site, { at, minutes: entered.waited });
  return { ok: true, event, conversation: record, repeated: false };
}

function versions(held: Held, { conversation, sender }: Draft, message: string): readonly NewEvent[] {
  const own = (held.logs.get(conversation) ?? []).filter(event => senderKey(event.sender) === senderKey(sender));
  return own.filter(({ id, kind, body }) => id === message || (kind === 'edited' && body.message === message));
}

function rewrite(held: Held, site: string, event: NewEvent): void {
  for (const log of [held.logs.get(event.conversation), held.sites.get(site)]) {
    const place = log?.findIndex(one => one.conversation === event.conversation && one.seq === event.seq) ?? -1;
    if (log && place >= 0) log[place] = event;
  }
  held.unique.set(`${event.conversation} ${senderKey(event.sender)} ${event.id}`, { event, hash: NO_HASH });
}

function nextRev(held: Held, site: string): number {
  return (held.sites.get(site)?.length ?? 0) + 1;
}

/** What was sent before and is sent again is still told from something new. */
function moved(held: Held, before: Conversation, { event, record }: ReturnType<typeof takeOver>): void {
  held.conversations.set(record.id, record);
  push(held.logs, record.id, event);
  push(held.sites, record.site, event);
  const [from, to] = [before.visitor, record.visitor].map(id => `${record.id} ${senderKey({ kind: 'visitor', id })} `);
  for (const [key, value] of [...held.unique]) {
    if (!key.startsWith(from as string)) continue;
    held.unique.delete(key);
    held.unique.set(to + key.slice(from?.length), value);
  }
}

function moveUploads(held: Held, site: string, from: string, to: string): void {
  const [before, owner] = [from, to].map(id => senderKey({ kind: 'visitor', id }));
  const isMoved = (id: string | null) => id === null || held.conversations.get(id)?.visitor === to;
  for (const upload of held.uploads.values())
    if (upload.owner === before && upload.site === site && isMoved(upload.conversation))
      changeUpload(held, upload.id, { owner: owner as string });
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
