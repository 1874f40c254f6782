import type { Availability, Problem, Send, ServerFrame, SiteConfig } from '@handrail/protocol';
import type { AgentActor, AgentConfig, VisitorActor } from '../access/who.js';
import type { Bus } from '../bus/bus.js';
import type { FanOut } from '../gateway/fanOut.js';
import type { Link } from '../gateway/link.js';
import type { Store } from '../store/store.js';
import { type AvailabilityOf, createAvailability } from './availability.js';
import { type Capacity, createCapacity } from './capacity.js';
import { createDeskNotes } from './deskNotes.js';
import { createNews } from './news.js';
import { createOpenConversations } from './openConversations.js';
import { createQueue } from './queue.js';
import { createRoster, type Roster } from './roster.js';
import { createTeams, type Teams } from './teams.js';
import { createTimekeeper } from './timekeeper.js';

/** Who is here, who waits, and who is told of it. */
export interface Routing {
  availability(site: string): Promise<Availability>;
  /** Whether an agent takes conversations. */
  available(site: string, agent: string): boolean;
  setAvailable(agent: AgentActor, available: boolean): void;
  /** The site's teams as an agent sees them. */
  teamsOf: Teams['teamsOf'];
  /** A person's connection is live; returns the end of that. */
  arrive(link: Link): () => void;
  /** Conversations that wait for a person, and agents who take conversations, by site. */
  figures(): readonly { readonly site: string; readonly waiting: number; readonly available: number }[];
  /** Positions of one visitor's waiting conversations. */
  queueFrames(site: string, visitor: string): Promise<readonly ServerFrame[]>;
  /** Keeps a place for an accept; see {@link Capacity}. */
  reserve(actor: VisitorActor | AgentActor, frame: Send): (() => void) | Problem;
  /** Takes over from the store who waits, then keeps up with the bus and the clock. */
  start(): Promise<void>;
  stop(): void;
}

/** What it is made of. */
export interface RoutingOptions {
  readonly sites: ReadonlyMap<string, SiteConfig>;
  readonly agents: ReadonlyMap<string, AgentConfig>;
  readonly store: Pick<Store, 'inbox' | 'waits' | 'append'>;
  readonly bus: Bus;
  readonly fanOut: FanOut;
  readonly graceMs: number;
  readonly now: () => number;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly fail: (error: unknown) => void;
}

/** How often what the clock changes is looked for, in milliseconds, at most. */
const LOOK_MS = 5000;
/** Closed conversations whose agents are remembered after a restart. */
const CLOSED_KNOWN = 50;

export function createRouting(options: RoutingOptions): Routing {
  const { sites, agents, store, bus, graceMs, now, elapsed, fail } = options;
  const roster = createRoster(graceMs, elapsed);
  const open = createOpenConversations();
  const capacity = createCapacity(agents, open);
  const free = { present: (site: string) => withRoom(roster, capacity, site) };
  const availability = createAvailability({ sites, roster: free, waits: store.waits, now });
  const teams = createTeams(sites, agents);
  const { queue, look, lookOpen } = createTellers(options, roster, availability);
  const notes = createDeskNotes({
    sites,
    open,
    isHere: (site, agent) => roster.present(site).some(one => one.id === agent && one.available),
    membersOf: teams.membersOf,
    now,
    tell: options.fanOut.hintAgents,
  });
  const timekeeper = createTimekeeper({
    sites,
    open,
    append: store.append,
    publish: bus.publish,
    goneFor: roster.goneFor,
    now,
  });
  const follow = (site: string) =>
    bus.subscribe(site, message => {
      if (message.t !== 'appended') return;
      const { event, conversation } = message;
      queue.note(conversation);
      open.note(conversation);
      notes.note(conversation);
      if (event.kind === 'owner' && event.body.owner === 'human') availability.accepted(site);
      if (event.kind === 'owner' || event.kind === 'closed') lookOpen(site);
    });
  const tick = (site: string) => {
    look(site);
    notes.look(site);
    timekeeper.look(site).catch(fail);
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    availability,
    available: roster.available,
    teamsOf: teams.teamsOf,
    figures: () =>
      [...sites.keys()].map(site => ({
        site,
        waiting: queue.size(site),
        available: roster.present(site).filter(agent => agent.available).length,
      })),
    queueFrames: queue.framesOf,
    reserve: capacity.reserve,
    setAvailable(agent, available) {
      roster.set(agent, available);
      look(agent.site);
    },
    arrive(link) {
      const { actor } = link;
      if (actor.kind !== 'agent') return () => undefined;
      roster.arrive(actor);
      link.hint({ t: 'presence', agents: roster.present(actor.site) });
      for (const frame of notes.frames(actor.site)) link.hint(frame);
      look(actor.site);
      notes.look(actor.site);
      return () => {
        roster.leave(actor);
        look(actor.site);
      };
    },
    async start() {
      for (const site of sites.keys()) {
        follow(site);
        const records = await store.inbox(site, CLOSED_KNOWN);
        queue.load(records);
        for (const record of records) open.note(record);
        for (const record of records) notes.note(record);
        look(site);
      }
      timer = setInterval(() => [...sites.keys()].forEach(tick), Math.min(LOOK_MS, Math.max(50, graceMs / 5)));
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

/** Who is here; who has as many conversations as they may takes no more. */
function withRoom(roster: Roster, capacity: Capacity, site: string): ReturnType<Roster['present']> {
  return roster
    .present(site)
    .map(agent => ({ ...agent, available: agent.available && capacity.hasRoom(site, agent.id) }));
}

/** What tells visitors and agents when something about their site changed. */
function createTellers({ fanOut, fail }: RoutingOptions, roster: Roster, availability: AvailabilityOf) {
  const open = createNews({
    read: availability,
    tell: (site, value) => fanOut.hintVisitors(site, null, { t: 'availability', availability: value }),
    fail,
  });
  const present = createNews({
    read: roster.present,
    tell: (site, agents) => fanOut.hintAgents(site, { t: 'presence', agents }),
    fail,
  });
  return {
    queue: createQueue({ availability, visitors: fanOut.visitors, tell: fanOut.hintVisitors, fail }),
    lookOpen: open.look,
    look(site: string) {
      open.look(site);
      present.look(site);
    },
  };
}
