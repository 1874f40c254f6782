import type { Problem, Send } from '@handrail/protocol';
import type { AgentActor, AgentConfig, VisitorActor } from '../access/who.js';
import { DEFAULT_CAPACITY } from './handoffSettings.js';
import type { OpenConversations } from './openConversations.js';

/** How many conversations agents take at once. */
export interface Capacity {
  /** Whether an agent could take one more. */
  hasRoom(site: string, agent: string): boolean;
  /** Keeps a place for an accept until it is in the log or refused: returns the end of that, or why there is none. */
  reserve(actor: VisitorActor | AgentActor, frame: Send): (() => void) | Problem;
}

const nothing = () => undefined;

export function createCapacity(
  agents: ReadonlyMap<string, AgentConfig>,
  open: Pick<OpenConversations, 'get' | 'heldBy'>,
): Capacity {
  /** Accepts on their way to the log: an agent who sends two at once must not get both of the last place. */
  const reserved = new Map<string, number>();
  const limitOf = (agent: string) => agents.get(agent)?.capacity ?? DEFAULT_CAPACITY;
  return {
    hasRoom: (site, agent) => open.heldBy(site, agent) < limitOf(agent),
    reserve(actor, frame) {
      if (actor.kind !== 'agent' || frame.kind !== 'owner' || frame.body.owner !== 'human') return nothing;
      const { id, site } = actor;
      const record = open.get(site, frame.conversation);
      if (record?.owner === 'human' && record.assignee?.id === id) return nothing;
      const key = `${site} ${id}`;
      const before = reserved.get(key) ?? 0;
      const has = open.heldBy(site, id) + before;
      if (!frame.body.force && has >= limitOf(id)) return full(limitOf(id), has);
      reserved.set(key, before + 1);
      return () => void reserved.set(key, (reserved.get(key) ?? 1) - 1);
    },
  };
}

function full(limit: number, has: number): Problem {
  return {
    code: 'at_capacity',
    message: `You answer ${has} conversations and may answer ${limit} at once.`,
    path: '/body/force',
    expected: `fewer than ${limit} conversations, or force`,
    got: String(has),
  };
}
