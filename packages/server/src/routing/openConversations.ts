import type { Conversation } from '@handrail/protocol';

/** Every open conversation that waits for a person or has one, by site. */
export interface OpenConversations {
  /** A conversation changed. */
  note(record: Conversation): void;
  get(site: string, id: string): Conversation | undefined;
  of(site: string): Iterable<Conversation>;
  /** How many one agent has. */
  heldBy(site: string, agent: string): number;
}

export function createOpenConversations(): OpenConversations {
  const sites = new Map<string, Map<string, Conversation>>();
  const held = new Map<string, number>();
  const key = (record: Conversation | undefined) =>
    record?.owner === 'human' && record.assignee ? `${record.site} ${record.assignee.id}` : null;
  const count = (of: string | null, by: 1 | -1) => {
    if (of !== null) held.set(of, (held.get(of) ?? 0) + by);
  };
  return {
    note(record) {
      const open = sites.get(record.site) ?? new Map<string, Conversation>();
      sites.set(record.site, open);
      const before = open.get(record.id);
      if (before && before.lastSeq > record.lastSeq) return;
      count(key(before), -1);
      const waits = record.status === 'open' && record.owner !== 'bot';
      if (waits) open.set(record.id, record);
      else open.delete(record.id);
      if (waits) count(key(record), 1);
    },
    get: (site, id) => sites.get(site)?.get(id),
    of: site => sites.get(site)?.values() ?? [],
    heldBy: (site, agent) => held.get(`${site} ${agent}`) ?? 0,
  };
}
