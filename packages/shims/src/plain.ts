import type { TrackData } from '@handrail/core';

/** What a vendor lets go along with an event, as `track` takes it: values that hold others become one text. */
export function plain(data: unknown): TrackData {
  const all = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return Object.fromEntries(
    all.map(([name, value]) => [name, typeof value === 'object' && value !== null ? JSON.stringify(value) : value]),
  );
}
