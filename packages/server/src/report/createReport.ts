import type { Report, SiteConfig } from '@handrail/protocol';
import { addDays, createZone, type Day } from '../routing/zone.js';
import type { Store } from '../store/store.js';
import { figuresOf } from './figuresOf.js';

/** Most days one report covers. */
export const MOST_DAYS = 366;

/** What is wrong with the days asked for. */
export interface RangeProblem {
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** Counts a site's results over days, both included (`YYYY-MM-DD`, in the zone of its hours, else UTC). */
export async function createReport(
  store: Pick<Store, 'results'>,
  site: SiteConfig,
  from: string,
  to: string,
): Promise<Report | RangeProblem> {
  const [first, last] = [readDay(from), readDay(to)];
  if (!first) return { path: '/from', expected: 'a day such as 2026-01-31', got: from };
  if (!last) return { path: '/to', expected: 'a day such as 2026-01-31', got: to };
  if (to < from) return { path: '/to', expected: `${from} or later`, got: to };
  const name = site.hours?.zone ?? 'UTC';
  const zone = createZone(name);
  const [begin, end] = [zone.instantOf(first, 0), zone.instantOf(addDays(last, 1), 0)];
  if (end - begin > (MOST_DAYS + 1) * 86_400_000)
    return { path: '/to', expected: `at most ${MOST_DAYS} days after ${from}`, got: to };
  const results = await store.results(site.id, begin, end);
  return { site: site.id, from, to, zone: name, sessions: results.sessions, figures: figuresOf(results, site.hours) };
}

/** `null` for what is no day of the calendar. */
function readDay(text: string): Day | null {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && date.toISOString().startsWith(text) ? { year, month, day } : null;
}
