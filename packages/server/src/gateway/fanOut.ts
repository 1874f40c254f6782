import type { Conversation, LogEvent, ServerFrame } from '@handrail/protocol';
import { encode } from '@handrail/protocol';
import type { Bus, BusMessage } from '../bus/bus.js';
import { recordOfVisitor, viewOfVisitor } from '../log/view.js';
import { eventFrames, recordTexts } from './eventFrames.js';
import type { Member } from './member.js';

/** Brings what the bus says to the connections of this process that may see it. */
export interface FanOut {
  /** Returns its end. */
  join(member: Member): () => void;
  /** A frame that is worth nothing later, to all connections of one visitor, or of all visitors of the site. */
  hintVisitors(site: string, visitor: string | null, frame: ServerFrame): void;
  /** The same to all agents of the site. */
  hintAgents(site: string, frame: ServerFrame): void;
  /** Visitors of the site with a connection to this process. */
  visitors(site: string): readonly string[];
}

interface SiteMembers {
  readonly agents: Set<Member>;
  readonly visitors: Map<string, Set<Member>>;
  /** Appended in this turn of the event loop, told together. */
  appended: { event: LogEvent; conversation: Conversation }[];
}

/** Events of one turn travel as one frame that is encoded once for all agents, and once per conversation. */
export function createFanOut(bus: Bus, siteIds: Iterable<string>): FanOut {
  const sites = new Map<string, SiteMembers>();
  const membersOf = (site: string): SiteMembers => {
    const found: SiteMembers = sites.get(site) ?? { agents: new Set(), visitors: new Map(), appended: [] };
    sites.set(site, found);
    return found;
  };
  for (const site of siteIds) {
    const members = membersOf(site);
    bus.subscribe(site, message => {
      if (message.t === 'heard') return tellHeard(members, message);
      if (message.t === 'ended') return end(members, message);
      if (message.t !== 'appended') return tellOthers(members, message);
      // After all that one commit acknowledged, before the sockets are flushed.
      if (members.appended.length === 0) process.nextTick(tellAppended, members);
      members.appended.push(message);
    });
  }
  return {
    join(member) {
      const { kind, site, id } = member.link.actor;
      const members = membersOf(site);
      if (kind === 'agent') {
        members.agents.add(member);
        return () => void members.agents.delete(member);
      }
      const own = members.visitors.get(id) ?? new Set();
      members.visitors.set(id, own.add(member));
      return () => {
        own.delete(member);
        if (own.size === 0 && members.visitors.get(id) === own) members.visitors.delete(id);
      };
    },
    hintVisitors(site, visitor, frame) {
      const { visitors } = membersOf(site);
      const wanted = visitor === null ? [...visitors.values()] : [visitors.get(visitor) ?? []];
      hint(
        wanted.flatMap(members => [...members]),
        frame,
      );
    },
    hintAgents: (site, frame) => hint([...membersOf(site).agents], frame),
    visitors: site => [...membersOf(site).visitors.keys()],
  };
}

function tellAppended(members: SiteMembers): void {
  const { appended } = members;
  members.appended = [];
  const told = appended.map(one => tell(one.event));
  const records = new Map(appended.map(one => [one.conversation.id, one.conversation]));
  const texts = recordTexts(records.values());
  if (members.agents.size > 0) {
    const whole = new Map(told.map(({ event, seen, seenText }) => [event, wholeText(event, seen, seenText)]));
    const frames = eventFrames([...whole.keys()], texts, { textOf: event => whole.get(event) ?? '' });
    for (const agent of members.agents) agent.offer('', frames);
  }
  for (const [id, events] of byConversation(told)) {
    const record = records.get(id);
    const own = record && members.visitors.get(record.visitor);
    if (!own) continue;
    const seen = recordOfVisitor(record);
    const shown = seen === record ? texts : recordTexts([seen]);
    const frames = eventFrames([...events.keys()], shown, { textOf: event => events.get(event) ?? '' });
    for (const visitor of own) visitor.offer(id, frames);
  }
}

/** An event, what its visitor sees of it, and that as JSON. */
interface Told {
  readonly event: LogEvent;
  readonly seen: LogEvent;
  readonly seenText: string;
}

function tell(event: LogEvent): Told {
  const seen = viewOfVisitor(event);
  return { event, seen, seenText: JSON.stringify(seen) };
}

/** Both sides mostly see the same but for the place in the site's log: the text is made once. */
function wholeText(event: LogEvent, seen: LogEvent, seenText: string): string {
  return seen.kind === event.kind ? `${seenText.slice(0, -1)},"rev":${event.rev}}` : JSON.stringify(event);
}

/** What visitors see by conversation, each with its text. */
function byConversation(told: readonly Told[]): Map<string, Map<LogEvent, string>> {
  const groups = new Map<string, Map<LogEvent, string>>();
  for (const { event, seen, seenText } of told) {
    const group = groups.get(event.conversation);
    if (group) group.set(seen, seenText);
    else groups.set(event.conversation, new Map([[seen, seenText]]));
  }
  return groups;
}

function tellOthers(members: SiteMembers, message: Exclude<BusMessage, { t: 'appended' | 'heard' | 'ended' }>): void {
  const own = [...(members.visitors.get(message.visitor) ?? [])];
  if (message.t === 'marks') {
    const { conversation, side, marks } = message;
    const others = [...own, ...members.agents].filter(member => member.link.id !== message.origin);
    hint(others, { t: 'marks', conversation, side, ...marks });
    return;
  }
  const { conversation, from, on } = message;
  hint(from.kind === 'visitor' ? [...members.agents] : own, { t: 'typing', conversation, from, on });
}

/** The person is compared too: nobody keeps another's connection alive. */
function tellHeard({ agents, visitors }: SiteMembers, message: Extract<BusMessage, { t: 'heard' }>): void {
  const candidates = message.kind === 'agent' ? agents : (visitors.get(message.id) ?? []);
  for (const { link } of candidates) {
    if (link.id === message.connection && link.actor.id === message.id) link.heard(message.expiresAt);
  }
}

function end({ visitors }: SiteMembers, message: Extract<BusMessage, { t: 'ended' }>): void {
  for (const { link } of [...(visitors.get(message.visitor) ?? [])]) {
    const family = link.actor.kind === 'visitor' ? (link.actor.family ?? null) : null;
    if (family === message.family) link.close(message.close, message.reason);
  }
}

function hint(members: readonly Member[], frame: ServerFrame): void {
  if (members.length === 0) return;
  const data = encode(frame);
  for (const member of members) member.hint(data);
}
