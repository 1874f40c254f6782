import { can } from '../access/can.js';
import type { AgentActor } from '../access/who.js';
import type { Link } from '../gateway/link.js';

/** An agent says whether they take conversations. */
export function createPresence(set: (agent: AgentActor, available: boolean) => void) {
  return (link: Link, { available }: { available: boolean }): void => {
    const { actor } = link;
    if (actor.kind === 'agent' && can(actor, 'frame:presence', { site: actor.site })) set(actor, available);
    else
      link.reply({
        t: 'error',
        code: 'forbidden',
        message: 'Only agents have a presence.',
        path: '/t',
        got: 'presence',
      });
  };
}
