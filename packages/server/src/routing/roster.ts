import type { AgentCard } from '@handrail/protocol';
import type { AgentActor } from '../access/who.js';

/** Which agents are here. Nothing of it is stored; whether an agent takes conversations is remembered while it runs. */
export interface Roster {
  /** A connection of this agent began. */
  arrive(agent: AgentActor): void;
  /** One ended. */
  leave(agent: AgentActor): void;
  /** The agent takes conversations, or does not. */
  set(agent: AgentActor, available: boolean): void;
  /** Whether this agent takes conversations; `true` until told otherwise. */
  available(site: string, agent: string): boolean;
  /** Milliseconds the agent is without connection, at most since this process began; 0 while there is one. */
  goneFor(site: string, agent: string): number;
  /** Agents with a connection, or whose last one ended less than the grace ago. */
  present(site: string): readonly (AgentCard & { readonly available: boolean })[];
}

interface Entry {
  readonly site: string;
  readonly id: string;
  name: string;
  available: boolean;
  connections: number;
  leftAt: number;
}

/**
 * @param graceMs how long a reload or a tunnel does not count as leaving, in milliseconds
 */
export function createRoster(graceMs: number, now: () => number): Roster {
  const begun = now();
  const entries = new Map<string, Entry>();
  const entryOf = ({ site, id, name }: Pick<AgentActor, 'site' | 'id' | 'name'>) => {
    const key = `${site} ${id}`;
    const entry = entries.get(key) ?? { site, id, name, available: true, connections: 0, leftAt: 0 };
    entry.name = name;
    entries.set(key, entry);
    return entry;
  };
  const isHere = (entry: Entry) => entry.connections > 0 || now() - entry.leftAt < graceMs;
  return {
    arrive(agent) {
      entryOf(agent).connections += 1;
    },
    leave(agent) {
      const entry = entryOf(agent);
      entry.connections -= 1;
      entry.leftAt = now();
    },
    set(agent, available) {
      entryOf(agent).available = available;
    },
    available: (site, agent) => entries.get(`${site} ${agent}`)?.available ?? true,
    goneFor(site, agent) {
      const entry = entries.get(`${site} ${agent}`);
      if (entry && entry.connections > 0) return 0;
      return now() - (entry?.leftAt || begun);
    },
    present: site =>
      [...entries.values()]
        .filter(entry => entry.site === site && isHere(entry))
        .map(({ id, name, available }) => ({ id, name, available }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
