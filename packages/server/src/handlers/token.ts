import type { Identify } from '../access/identify.js';
import type { AgentActor, VisitorActor } from '../access/who.js';
import type { Link } from '../gateway/link.js';

/** Refreshes the token in place; the new one must belong to the same person. */
export function createToken(identify: Identify) {
  return async (link: Link, { token }: { token: string }): Promise<void> => {
    const got = await identify({ site: link.actor.site, token, ...link.request });
    if (!got.ok) return link.close(got.close, got.message);
    const same = got.actor.kind === link.actor.kind && got.actor.id === link.actor.id;
    // What ends with the one sign-in must not live on with the other.
    if (same && familyOf(got.actor) !== familyOf(link.actor))
      return link.close(4010, 'The token is of another sign-in.');
    if (same) return link.expires(got.expiresAt);
    link.close(4500, 'The token belongs to somebody else; say hello on a new connection.');
  };
}

function familyOf(actor: VisitorActor | AgentActor): string | undefined {
  return actor.kind === 'visitor' ? actor.family : undefined;
}
