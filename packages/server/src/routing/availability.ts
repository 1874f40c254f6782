import type { Availability, SiteConfig } from '@handrail/protocol';
import type { Store } from '../store/store.js';
import { createHours } from './hours.js';
import type { Roster } from './roster.js';

/** Tells whether a person can come. */
export interface AvailabilityOf {
  (site: string): Promise<Availability>;
  /** A conversation was accepted: waits are read again. */
  accepted(site: string): void;
}

/** What it is made of. */
export interface AvailabilityOptions {
  readonly sites: ReadonlyMap<string, SiteConfig>;
  readonly roster: Pick<Roster, 'present'>;
  /** Waits of conversations accepted since a time. */
  readonly waits: Store['waits'];
  readonly now: () => number;
}

type Wait = NonNullable<Availability['wait']>;

const MINUTE = 60_000;
/** How far back is looked, nearest first: the shortest that holds enough says most about now. */
const WINDOWS = [10 * MINUTE, 120 * MINUTE, 21 * 24 * 60 * MINUTE];
/** Fewest accepted conversations that are enough to tell a wait. */
const ENOUGH = 5;
/** How long a wait that was read is told: windows move with the clock. */
const FRESH_MS = 30_000;

/** `online` within hours while an available agent is here, `away` within hours otherwise, `closed` outside hours. */
export function createAvailability({ sites, roster, waits, now }: AvailabilityOptions): AvailabilityOf {
  const hours = new Map([...sites].map(([id, site]) => [id, createHours(site.hours)]));
  const known = new Map<string, { readonly at: number; readonly wait: Promise<Wait | null> }>();
  const waitOf = (site: string) => {
    const found = known.get(site);
    if (found && now() - found.at < FRESH_MS) return found.wait;
    const at = now();
    const wait = waits(site, at - Math.max(...WINDOWS)).then(all => told(all, at));
    known.set(site, { at, wait });
    wait.catch(() => known.delete(site));
    return wait;
  };
  const of = async (site: string): Promise<Availability> => {
    const replyHours = sites.get(site)?.replyHours;
    const promise = replyHours === undefined ? {} : { replyHours };
    const { open, nextOpenAt } = hours.get(site)?.(now()) ?? { open: false };
    if (!open) return { state: 'closed', ...(nextOpenAt === undefined ? {} : { nextOpenAt }), ...promise };
    const agents = roster.present(site).filter(agent => agent.available);
    if (agents.length === 0) return { state: 'away', ...promise };
    const wait = await waitOf(site);
    const cards = agents.slice(0, 3).map(({ id, name }) => ({ id, name }));
    return { state: 'online', ...(wait ? { wait } : {}), ...promise, agents: cards };
  };
  return Object.assign(of, { accepted: (site: string) => void known.delete(site) });
}

/** The range of the shortest window with enough in it. */
function told(waits: Awaited<ReturnType<Store['waits']>>, now: number): Wait | null {
  for (const window of WINDOWS) {
    const range = quartiles(waits.filter(one => now - one.at <= window).map(one => one.minutes));
    if (range) return range;
  }
  return null;
}

/**
 * Lower and upper quartile by linear interpolation (type 7 of Hyndman and Fan, 1996), rounded outwards to minutes;
 * `null` when there are too few to know.
 */
export function quartiles(minutes: readonly number[]): Wait | null {
  if (minutes.length < ENOUGH) return null;
  const sorted = [...minutes].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (place % 1) * (above - below);
  };
  return { min: Math.floor(at(0.25)), max: Math.ceil(at(0.75)) };
}
