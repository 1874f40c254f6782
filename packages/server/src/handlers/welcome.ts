import type { Availability, Conversation, Hello, ServerFrame, Welcome } from '@handrail/protocol';
import type { Link } from '../gateway/link.js';
import { createAgentMember, createVisitorMember, type Member } from '../gateway/member.js';
import type { ServerLimits } from '../gateway/serverLimits.js';
import { recordOfVisitor } from '../log/view.js';
import type { Store } from '../store/store.js';
import { resumeAgent } from './resumeAgent.js';
import { resumeVisitor } from './resumeVisitor.js';

/** What the handler needs. */
export interface WelcomeParts {
  readonly store: Store;
  readonly limits: ServerLimits;
  readonly availability: (site: string) => Promise<Availability>;
  /** Adds the connection to the live ones; returns its end. */
  readonly join: (member: Member) => () => void;
  /** The person is here from now on, and hears of others; returns the end of that. */
  readonly arrive: (link: Link) => () => void;
  /** Whether an agent takes conversations. */
  readonly available: (site: string, agent: string) => boolean;
  /** The site's teams as an agent sees them. */
  readonly teamsOf: (site: string, agent: string) => NonNullable<Welcome['teams']>;
  /** Positions of a visitor's waiting conversations. */
  readonly queueFrames: (site: string, visitor: string) => Promise<readonly ServerFrame[]>;
  readonly fail: (link: Link, error: unknown) => void;
}

/** A connection that is live. */
export interface Joined {
  readonly member: Member;
  readonly leave: () => void;
}

/** Closed conversations an inbox is loaded with. */
const CLOSED_SHOWN = 50;

/**
 * Answers hello. The connection joins the live ones first and reads the store afterwards, so that nothing falls
 * between the two; `welcome` goes out before the first event.
 */
export function createWelcome(parts: WelcomeParts) {
  const { store, limits, availability } = parts;
  const { textBytes, frameBytes, storyBytes, unacked, beatMs, fileBytes, filesPerMessage } = limits;
  const common = (link: Link, version: number, available: Availability) => ({
    t: 'welcome' as const,
    version,
    epoch: store.epoch,
    you: youOf(link),
    availability: available,
    limits: { textBytes, frameBytes, storyBytes, unacked, beatMs, fileBytes, filesPerMessage },
  });

  async function visitor(link: Link, hello: Hello, version: number): Promise<Joined> {
    const { site, id } = link.actor;
    const member = createVisitorMember(link, store, parts.fail);
    const leave = parts.join(member);
    return orLeave(leave, async () => {
      const [records, now, queued] = await Promise.all([
        store.conversationsOf(site, id),
        availability(site),
        parts.queueFrames(site, id),
      ]);
      const { cursors, ...resumed } = resumeVisitor(hello, store.epoch, records);
      const conversations = records.map(recordOfVisitor);
      link.reply({ ...common(link, version, now), ...resumed, conversations } satisfies Welcome);
      for (const frame of queued) link.hint(frame);
      member.start(cursors, new Map(records.map(record => [record.id, record])));
      return { member, leave: both(leave, parts.arrive(link)) };
    });
  }

  async function agent(link: Link, hello: Hello, version: number): Promise<Joined> {
    const { site, id } = link.actor;
    const member = createAgentMember(link, store, parts.fail);
    const leave = parts.join(member);
    return orLeave(leave, async () => {
      const newest = await store.rev(site);
      const { resume, rev } = resumeAgent(hello, store.epoch, newest, limits.catchUpEvents);
      // After `rev`: what is committed in between is in the records and comes again as an event, which is harmless.
      const shown: readonly Conversation[] = resume === 'reset' ? await store.inbox(site, CLOSED_SHOWN) : [];
      const frame = common(link, version, await availability(site));
      const available = parts.available(site, id);
      const teams = parts.teamsOf(site, id);
      const own = { rev, available, ...(teams.length > 0 ? { teams } : {}) };
      link.reply({ ...frame, resume, conversations: shown, ...own } satisfies Welcome);
      member.start(rev, rev < newest);
      return { member, leave: both(leave, parts.arrive(link)) };
    });
  }

  return (link: Link, hello: Hello, version: number): Promise<Joined> =>
    link.actor.kind === 'visitor' ? visitor(link, hello, version) : agent(link, hello, version);
}

async function orLeave(leave: () => void, begin: () => Promise<Joined>): Promise<Joined> {
  try {
    return await begin();
  } catch (error) {
    leave();
    throw error;
  }
}

function both(first: () => void, second: () => void): () => void {
  return () => {
    first();
    second();
  };
}

function youOf({ actor }: Link): Welcome['you'] {
  const { kind, id } = actor;
  return actor.kind === 'agent' ? { kind, id, name: actor.name, role: actor.role } : { kind, id };
}
