import type { Link } from '../gateway/link.js';

/** Answers with a heartbeat: the client learns that the socket lives and how far the store is. */
export function ping(link: Link): Promise<void> {
  return link.beat();
}
