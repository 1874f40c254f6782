import type { LogEvent } from '@handrail/protocol';
import type { Environment } from '../environment.js';

/** Where an agent's client stands in the log of the whole site. */
export interface FeedPlace {
  readonly epoch: string;
  readonly rev: number;
}

/** Follows the site's log and notices what is missing of it. */
export interface AgentFeed {
  /** `null` before the first welcome. */
  place(): FeedPlace | null;
  begin(place: FeedPlace): void;
  /** Only the feed's events carry `rev`, each the next. A hole is not passed over: what is in it might never be told again. */
  follow(events: readonly LogEvent[]): void;
  /** A heartbeat knows of this place. */
  check(rev: number): void;
}

/** How long an event may take after a heartbeat that knows of it. */
const BEHIND_MS = 3_000;

/** Keeps the place; `resync` is called when something is missing. */
export function createAgentFeed(later: Environment['setTimeout'], resync: () => void): AgentFeed {
  let place: FeedPlace | null = null;
  return {
    place: () => place,
    begin(next) {
      place = next;
    },
    follow(events) {
      for (const { rev } of events) {
        if (!place || rev === undefined || rev <= place.rev) continue;
        if (rev > place.rev + 1) return resync();
        place = { ...place, rev };
      }
    },
    /** Events may still be on their way when a heartbeat overtakes them; behind is who misses them a little later. */
    check(rev) {
      if (!place || rev <= place.rev) return;
      later(() => {
        if (place && place.rev < rev) resync();
      }, BEHIND_MS);
    },
  };
}
