import type { Availability, Conversation, ServerFrame } from '@handrail/protocol';

/** Who waits for a person, in order of arrival. */
export interface Queue {
  /** Takes over what the store knows; called once per site before the first connection. */
  load(records: readonly Conversation[]): void;
  /** A conversation changed. */
  note(record: Conversation): void;
  /** How many wait. */
  size(site: string): number;
  /** Positions of one visitor's waiting conversations, as frames. */
  framesOf(site: string, visitor: string): Promise<readonly ServerFrame[]>;
}

/** What it is made of. */
export interface QueueOptions {
  readonly availability: (site: string) => Promise<Availability>;
  /** Visitors worth telling: those with a connection. */
  readonly visitors: (site: string) => readonly string[];
  readonly tell: (site: string, visitor: string, frame: ServerFrame) => void;
  readonly fail: (error: unknown) => void;
}

type Waiting = Pick<Conversation, 'id' | 'site' | 'visitor'> & { since: number };

/** Positions are told together at most this often, in milliseconds: when the first leaves, all others move. */
const TELL_MS = 100;

/** A left message waits for an answer by mail, so it has no place in the queue. */
export function createQueue({ availability, visitors, tell, fail }: QueueOptions): Queue {
  const sites = new Map<string, Map<string, Waiting>>();
  const told = new Map<string, number>();
  const due = new Set<string>();

  const put = (record: Conversation): boolean => {
    const waiting = sites.get(record.site) ?? new Map<string, Waiting>();
    sites.set(record.site, waiting);
    const { id, site, visitor, waitingSince: since } = record;
    const waits = record.owner === 'queue' && record.ownerReason !== 'left_message' && since !== undefined;
    if (waits === waiting.has(id)) return false;
    if (waits) waiting.set(id, { id, site, visitor, since });
    else waiting.delete(id);
    if (!waits) told.delete(id);
    return true;
  };
  const line = (site: string) => [...(sites.get(site)?.values() ?? [])].sort((a, b) => a.since - b.since);

  async function tellAll(site: string): Promise<void> {
    due.delete(site);
    const { wait } = await availability(site);
    const here = new Set(visitors(site));
    for (const [index, { id, visitor }] of line(site).entries()) {
      if (told.get(id) === index + 1 || !here.has(visitor)) continue;
      told.set(id, index + 1);
      tell(site, visitor, frame(id, index + 1, wait));
    }
  }

  return {
    load(records) {
      for (const record of records) put(record);
    },
    note(record) {
      if (!put(record) || due.has(record.site)) return;
      due.add(record.site);
      setTimeout(() => void tellAll(record.site).catch(fail), TELL_MS).unref();
    },
    size: site => sites.get(site)?.size ?? 0,
    async framesOf(site, visitor) {
      const places = line(site).map((one, index) => ({ ...one, position: index + 1 }));
      const own = places.filter(one => one.visitor === visitor);
      if (own.length === 0) return [];
      const { wait } = await availability(site);
      return own.map(({ id, position }) => frame(id, position, wait));
    },
  };
}

function frame(conversation: string, position: number, wait: Availability['wait']): ServerFrame {
  return { t: 'queue', conversation, position, ...(wait ? { wait } : {}) };
}
