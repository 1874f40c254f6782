import type { Availability, ServerFrame, SiteConfig } from '@handrail/protocol';
import type { AgentActor } from '../access/who.js';
import type { Bus } from '../bus/bus.js';
import type { FanOut } from '../gateway/fanOut.js';
import type { Link } from '../gateway/link.js';
import type { Store } from '../store/store.js';
import { type AvailabilityOf, createAvailability } from './availability.js';
import { createNews } from './news.js';
import { createQueue } from './queue.js';
import { createRoster, type Roster } from './roster.js';

/** Who is here, who waits, and who is told of it. */
export interface Routing {
  availability(site: string): Promise<Availability>;
  /** Whether an agent takes conversations. */
  available(site: string, agent: string): boolean;
  setAvailable(agent: AgentActor, available: boolean): void;
  /** A person's connection is live; returns the end of that. */
  arrive(link: Link): () => void;
  /** Conversations that wait for a person, and agents who take conversations, by site. */
  figures(): readonly { readonly site: string; readonly waiting: number; readonly available: number }[];
  /** Positions of one visitor's waiting conversations. */
  queueFrames(site: string, visitor: string): Promise<readonly ServerFrame[]>;
  /** Takes over from the store who waits, then keeps up with the bus and the clock. */
  start(): Promise<void>;
  stop(): void;
}

/** What it is made of. */
export interface RoutingOptions {
  readonly sites: ReadonlyMap<string, SiteConfig>;
  readonly store: Pick<Store, 'inbox' | 'waits'>;
  readonly bus: Bus;
  readonly fanOut: FanOut;
  readonly graceMs: number;
  readonly now: () => number;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly fail: (error: unknown) => void;
}

/** How often hours and graces that end are looked for, in milliseconds, at most. */
const LOOK_MS = 5000;

export function createRouting(options: RoutingOptions): Routing {
  const { sites, store, bus, graceMs, now, elapsed } = options;
  const roster = createRoster(graceMs, elapsed);
  const availability = createAvailability({ sites, roster, waits: store.waits, now });
  const { queue, look, lookOpen } = createTellers(options, roster, availability);
  const follow = (site: string) =>
    bus.subscribe(site, message => {
      if (message.t !== 'appended') return;
      queue.note(message.conversation);
      if (message.event.kind !== 'owner' || message.event.body.owner !== 'human') return;
      availability.accepted(site);
      lookOpen(site);
    });
  let timer: NodeJS.Timeout | undefined;
  return {
    availability,
    available: roster.available,
    figures: () =>
      [...sites.keys()].map(site => ({
        site,
        waiting: queue.size(site),
        available: roster.present(site).filter(agent => agent.available).length,
      })),
    queueFrames: queue.framesOf,
    setAvailable(agent, available) {
      roster.set(agent, available);
      look(agent.site);
    },
    arrive(link) {
      const { actor } = link;
      if (actor.kind !== 'agent') return () => undefined;
      roster.arrive(actor);
      link.hint({ t: 'presence', agents: roster.present(actor.site) });
      look(actor.site);
      return () => {
        roster.leave(actor);
        look(actor.site);
      };
    },
    async start() {
      for (const site of sites.keys()) {
        follow(site);
        queue.load(await store.inbox(site, 0));
        look(site);
      }
      timer = setInterval(() => [...sites.keys()].forEach(look), Math.min(LOOK_MS, Math.max(50, graceMs / 5)));
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
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
