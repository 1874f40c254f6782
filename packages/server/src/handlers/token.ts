import type { Identify } from '../access/identify.js';
import type { Link } from '../gateway/link.js';

/** Refreshes the token in place; the new one must belong to the same person. */
export function createToken(identify: Identify) {
  return async (link: Link, { token }: { token: string }): Promise<void> => {
    const got = await identify({ site: link.actor.site, token, ...link.request });
    if (!got.ok) return link.close(got.close, got.message);
    const same = got.actor.kind === link.actor.kind && got.actor.id === link.actor.id;
    if (same) return link.expires(got.expiresAt);
    link.close(4500, 'The token belongs to somebody else; say hello on a new connection.');
  };
}
