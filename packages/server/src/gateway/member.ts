import type { Conversation, LogEvent, ServerFrame } from '@handrail/protocol';
import { recordOfVisitor, viewOfVisitor } from '../log/view.js';
import type { Store } from '../store/store.js';
import { beatOf } from './beatOf.js';
import type { EventFrame } from './eventFrames.js';
import { createFeed, type Feed, type FeedOptions, type Page } from './feed.js';
import type { Link } from './link.js';

/** A connection as the fan-out knows it. */
export interface Member {
  readonly link: Link;
  /** New events of one conversation (visitors) or of the whole site (agents). */
  offer(conversation: string, frames: readonly EventFrame[]): void;
  /** A frame that is worth nothing later; dropped before `start` and while the reader is slow. */
  hint(data: string): void;
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

/** Told when the store could not be read for a connection. */
export type FailMember = (link: Link, error: unknown) => void;

/** Nothing is sent before `start`, but what happens from now on is not missed. */
export function createVisitorMember(link: Link, store: Log, fail: FailMember): VisitorMember {
  return new Visitor(link, store, fail);
}

/** Nothing is sent before `start`, but what happens from now on is not missed. */
export function createAgentMember(link: Link, store: Log, fail: FailMember): AgentMember {
  return new Agent(link, store, fail);
}

/** Classes, because every connection has one: methods are shared where closures would be made for each. */
abstract class LinkMember {
  readonly link: Link;
  readonly store: Log;
  readonly fail: FailMember;
  protected started = false;

  constructor(link: Link, store: Log, fail: FailMember) {
    this.link = link;
    this.store = store;
    this.fail = fail;
  }

  hint(data: string): void {
    if (this.started) this.link.out.hint(data);
  }
}

class Visitor extends LinkMember implements VisitorMember {
  readonly #feeds = new Map<string, Feed>();

  offer(conversation: string, frames: readonly EventFrame[]): void {
    this.#feedOf(conversation).offer(frames);
  }

  async beat(): Promise<ServerFrame> {
    const frame = await beatOf(this.store, this.link.actor);
    for (const [id, lastSeq] of Object.entries(frame.seqs ?? {})) this.#wakeIfBehind(id, lastSeq);
    return frame;
  }

  start(cursors: ReadonlyMap<string, number>, records: ReadonlyMap<string, Conversation>): void {
    for (const id of cursors.keys()) this.#feedOf(id);
    for (const [id, feed] of this.#feeds) feed.start(cursors.get(id) ?? 0);
    this.started = true;
    for (const { id, lastSeq } of records.values()) this.#wakeIfBehind(id, lastSeq);
  }

  #feedOf(conversation: string): Feed {
    const found = this.#feeds.get(conversation);
    if (found) return found;
    const feed = createFeed(new ConversationLog(this, conversation));
    this.#feeds.set(conversation, feed);
    if (this.started) feed.start(0);
    return feed;
  }

  #wakeIfBehind(conversation: string, lastSeq: number): void {
    const feed = this.#feedOf(conversation);
    if (feed.cursor() < lastSeq) feed.wake();
  }
}

class Agent extends LinkMember implements AgentMember {
  readonly #feed = createFeed(new SiteLog(this));

  offer(_conversation: string, frames: readonly EventFrame[]): void {
    this.#feed.offer(frames);
  }

  async beat(): Promise<ServerFrame> {
    const frame = await beatOf(this.store, this.link.actor);
    if (this.#feed.cursor() < (frame.rev ?? 0)) this.#feed.wake();
    return frame;
  }

  start(after: number, behind: boolean): void {
    this.started = true;
    this.#feed.start(after);
    if (behind) this.#feed.wake();
  }
}

/** What a member's feeds have in common. */
abstract class MemberLog {
  readonly member: LinkMember;

  constructor(member: LinkMember) {
    this.member = member;
  }

  get out() {
    return this.member.link.out;
  }

  fail(error: unknown): void {
    this.member.fail(this.member.link, error);
  }
}

class ConversationLog extends MemberLog implements FeedOptions {
  readonly #conversation: string;

  constructor(member: LinkMember, conversation: string) {
    super(member);
    this.#conversation = conversation;
  }

  place(event: LogEvent): number {
    return event.seq;
  }

  async read(after: number, limit: number): Promise<Page> {
    const { store } = this.member;
    const id = this.#conversation;
    const [events, record] = await Promise.all([store.events(id, after, limit), store.conversation(id)]);
    return { events: events.map(viewOfVisitor), records: new Map(record ? [[id, recordOfVisitor(record)]] : []) };
  }
}

class SiteLog extends MemberLog implements FeedOptions {
  place(event: LogEvent): number {
    return event.rev ?? 0;
  }

  async read(after: number, limit: number): Promise<Page> {
    const { store, link } = this.member;
    const events = await store.eventsAfterRev(link.actor.site, after, limit);
    return { events, records: await recordsOf(store, events) };
  }
}

async function recordsOf(store: Log, events: readonly LogEvent[]): Promise<Map<string, Conversation>> {
  const ids = [...new Set(events.map(event => event.conversation))];
  const records = await Promise.all(ids.map(id => store.conversation(id)));
  return new Map(records.flatMap(record => (record ? [[record.id, record] as const] : [])));
}
