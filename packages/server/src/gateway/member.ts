import type { Conversation, LogEvent, ServerFrame } from '@handrail/protocol';
import { viewOfVisitor } from '../log/view.js';
import type { Store } from '../store/store.js';
import { beatOf } from './beatOf.js';
import type { EventFrame } from './eventFrames.js';
import { createFeed, type Feed, type Page } from './feed.js';
import type { Link } from './link.js';

/** A connection as the fan-out knows it. */
export interface Member {
  readonly link: Link;
  /** New events of one conversation (visitors) or of the whole site (agents). */
  offer(conversation: string, frames: readonly EventFrame[]): void;
  /** A frame that is worth nothing later; dropped before `start` and while the reader is slow. */
  hint(data: Buffer): void;
  /** The heartbeat's frame, from the store; also looks whether the connection is behind it. */
  beat(): Promise<ServerFrame>;
}

/** A visitor's connection: one feed per conversation. */
export interface VisitorMember extends Member {
  /** Begins after these places; conversations that appeared meanwhile begin at their first event. */
  start(cursors: ReadonlyMap<string, number>, records: ReadonlyMap<string, Conversation>): void;
}

/** An agent's connection: one feed of the whole site. */
export interface AgentMember extends Member {
  /** Begins after a place; `behind` says that the store held more when it was looked at. */
  start(after: number, behind: boolean): void;
}

type Log = Pick<Store, 'events' | 'eventsAfterRev' | 'conversation' | 'conversationsOf' | 'rev'>;

/** Nothing is sent before `start`, but what happens from now on is not missed. */
export function createVisitorMember(link: Link, store: Log, fail: (error: unknown) => void): VisitorMember {
  const feeds = new Map<string, Feed>();
  let started = false;
  const feedOf = (conversation: string) => {
    const found = feeds.get(conversation);
    if (found) return found;
    const read = async (after: number, limit: number): Promise<Page> => {
      const [events, record] = await Promise.all([
        store.events(conversation, after, limit),
        store.conversation(conversation),
      ]);
      return { events: events.map(viewOfVisitor), records: new Map(record ? [[conversation, record]] : []) };
    };
    const feed = createFeed({ place: event => event.seq, read, out: link.out, fail });
    feeds.set(conversation, feed);
    if (started) feed.start(0);
    return feed;
  };
  const wakeIfBehind = (conversation: string, lastSeq: number) => {
    if (feedOf(conversation).cursor() < lastSeq) feedOf(conversation).wake();
  };
  return {
    link,
    hint(data) {
      if (started) link.out.hint(data);
    },
    offer: (conversation, frames) => feedOf(conversation).offer(frames),
    async beat() {
      const frame = await beatOf(store, link.actor);
      for (const [id, lastSeq] of Object.entries(frame.seqs ?? {})) wakeIfBehind(id, lastSeq);
      return frame;
    },
    start(cursors, records) {
      for (const id of cursors.keys()) feedOf(id);
      for (const [id, feed] of feeds) feed.start(cursors.get(id) ?? 0);
      started = true;
      for (const { id, lastSeq } of records.values()) wakeIfBehind(id, lastSeq);
    },
  };
}

/** Nothing is sent before `start`, but what happens from now on is not missed. */
export function createAgentMember(link: Link, store: Log, fail: (error: unknown) => void): AgentMember {
  const { site } = link.actor;
  const read = async (after: number, limit: number): Promise<Page> => {
    const events = await store.eventsAfterRev(site, after, limit);
    return { events, records: await recordsOf(store, events) };
  };
  const feed = createFeed({ place: event => event.rev ?? 0, read, out: link.out, fail });
  let started = false;
  return {
    link,
    hint(data) {
      if (started) link.out.hint(data);
    },
    offer: (_conversation, frames) => feed.offer(frames),
    async beat() {
      const frame = await beatOf(store, link.actor);
      if (feed.cursor() < (frame.rev ?? 0)) feed.wake();
      return frame;
    },
    start(after, behind) {
      started = true;
      feed.start(after);
      if (behind) feed.wake();
    },
  };
}

async function recordsOf(store: Log, events: readonly LogEvent[]): Promise<Map<string, Conversation>> {
  const ids = [...new Set(events.map(event => event.conversation))];
  const records = await Promise.all(ids.map(id => store.conversation(id)));
  return new Map(records.flatMap(record => (record ? [[record.id, record] as const] : [])));
}
