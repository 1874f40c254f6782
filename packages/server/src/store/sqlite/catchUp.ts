import type { Conversation } from '@handrail/protocol';
import { type NewEvent, project } from '../../log/project.js';
import type { Records } from './records.js';
import type { Statements } from './statements.js';

/**
 * Makes the records again that follow from events after the place the database was settled at. A record may be newer
 * than that place, because some are written at once: what it holds already is passed over.
 */
export function catchUp(sql: Statements, records: Records): void {
  for (const { site, rev } of sql.settled.all() as { site: string; rev: number }[]) {
    for (const { event: text } of sql.eventsAfterRev.iterate(site, rev, -1) as Iterable<{ event: string }>) {
      const event = JSON.parse(text) as NewEvent;
      records.nextRev(site);
      const before = records.get(event.conversation);
      if (before && before.lastSeq >= event.seq) continue;
      records.put(recordAfter(before, event, site), true);
    }
  }
}

function recordAfter(before: Conversation | null, event: NewEvent, site: string): Conversation {
  return project(before, event, { site });
}
