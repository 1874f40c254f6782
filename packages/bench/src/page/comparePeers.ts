import type { Browser } from 'playwright-core';
import type { BenchRow, BenchTable } from '../benchResult.js';
import { median, range, round } from '../statistics.js';
import type { HostPages } from './hostPages.js';
import { measureVisit, type Visit } from './measureVisit.js';
import { versionOf } from './peerFiles.js';
import { PEERS, type Subject } from './peers.js';

/** Columns: what a figure is called, and how many of its unit one of the printed is. */
const COLUMNS: readonly { readonly name: string; readonly field: keyof Visit; readonly unit: number }[] = [
  { name: 'requests', field: 'requests', unit: 1 },
  { name: 'kB before', field: 'bytes', unit: 1000 },
  { name: 'kB usable', field: 'bytesUsable', unit: 1000 },
  { name: 'other hosts', field: 'foreign', unit: 1 },
  { name: 'main ms before', field: 'mainMs', unit: 1 },
  { name: 'main ms usable', field: 'mainUsableMs', unit: 1 },
  { name: 'longest task ms', field: 'longestMs', unit: 1 },
  { name: 'launcher ms', field: 'launcherMs', unit: 1 },
  { name: 'click to usable ms', field: 'usableMs', unit: 1 },
  { name: 'heap MB', field: 'heap', unit: 1e6 },
];

/** The widgets that are compared, on one page each: ours, and the peers. */
export function subjectsOf(server: string, peerFiles: string): (Subject & { readonly path: string })[] {
  const ours: Subject = {
    name: 'Handrail',
    embed: { head: `<script async src="${server}/w/demo.js"></script>` },
    launcher: ['handrail-host', '.launcher'],
    field: ['handrail-host', '[role="dialog"] input'],
  };
  const peers = PEERS.map(peer => ({
    name: `${peer.package} ${versionOf(peer.package)}`,
    ...peer.subject(peerFiles),
  }));
  return [ours, ...peers].map((subject, place) => ({ ...subject, path: `/subject-${place}` }));
}

/** Visits every subject `rounds` times in turn, at one speed of the processor. */
export async function comparePeers(
  browser: Browser,
  pages: HostPages,
  subjects: ReturnType<typeof subjectsOf>,
  { rounds, slowdown }: { readonly rounds: number; readonly slowdown: number },
): Promise<BenchTable> {
  const visits = subjects.map((): Visit[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, subject] of subjects.entries())
      visits[place]?.push(await measureVisit(browser, `${pages.origin}${subject.path}`, subject, slowdown));
  }
  return {
    title: `Beside widgets of others, processor ${slowdown}x slower: median (range)`,
    rows: subjects.map(({ name }, place) => rowOf(name, slowdown, visits[place] ?? [])),
  };
}

function rowOf(name: string, slowdown: number, visits: readonly Visit[]): BenchRow {
  const cells = COLUMNS.map(({ name: column, field, unit }) => {
    const values = visits.map(visit => visit[field] / unit);
    if (values.some(Number.isNaN)) return [column, '-'];
    const digits = unit === 1 ? 0 : 1;
    const middle = round(median(values), digits);
    const spread = range(values, digits);
    return [column, spread === `${middle}-${middle}` ? middle : `${middle} (${spread})`];
  });
  return { widget: name, slowdown, ...Object.fromEntries(cells) };
}
