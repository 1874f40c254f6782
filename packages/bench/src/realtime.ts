import { type BenchResult, type BenchRow, calm, countFrom, machine } from './benchResult.js';
import { createHandrailTarget } from './realtime/handrailTarget.js';
import { measureRound, P99_MS, type Round, STEADY_RATE, TRY_S } from './realtime/measureRound.js';
import { canMeasureProcesses } from './realtime/processUse.js';
import { socketIoSqlite } from './realtime/socketIoTarget.js';
import { agentsAmong } from './realtime/target.js';
import { wsEcho, wsRelay } from './realtime/wsTargets.js';
import { median, range, round } from './statistics.js';

/**
 * Realtime: our server beside a bare `ws` echo, a `ws` relay without storage and socket.io over SQLite, each a fresh
 * process per round. Sockets: `SOCKETS` (200); rounds: `ROUNDS` (3); idle sockets for the memory: `IDLE` (2,000).
 */
export async function run(): Promise<BenchResult> {
  const [sockets, rounds, idle] = [countFrom('SOCKETS', 200), countFrom('ROUNDS', 3), countFrom('IDLE', 2000)];
  const before = calm();
  const handrail = createHandrailTarget(sockets);
  const targets = [wsEcho, wsRelay, socketIoSqlite, handrail];
  const measured = new Map<string, Round[]>(targets.map(target => [target.name, []]));
  try {
    for (let place = 0; place < rounds; place += 1) {
      for (const target of targets) {
        const own = measured.get(target.name) ?? [];
        own.push(await measureRound(target, sockets, idle, own.at(-1)));
        process.stderr.write(`round ${place + 1} of ${rounds}: ${target.name}\n`);
      }
    }
  } finally {
    handrail.remove?.();
  }
  const of = (name: string) => measured.get(name) ?? [];
  const rows = targets.map(({ name }) => summary(name, of(name)));
  const ratios = [wsRelay, socketIoSqlite].map(peer => ratio(peer.name, of(handrail.name), of(peer.name)));
  return { rows: [...rows, ...ratios], notes: [machine(), before, ...notes(sockets, rounds, idle)] };
}

function notes(sockets: number, rounds: number, idle: number): string[] {
  const agents = agentsAmong(sockets);
  return [
    `${sockets} sockets: ${agents} agents, ${sockets - agents} visitors who send 120 bytes of text; senders and server share the machine.`,
    `A message is done when its sender has the ack and its agent the message (echo: when it came back). Medians of ${rounds} rounds.`,
    `Sustained: highest rate on a ladder of 10 % steps with p99 < ${P99_MS} ms and nothing lost, for ${TRY_S} s; CPU at that rate, all threads of the server's process.`,
    `Latency at ${STEADY_RATE} messages a second. Idle: growth of resident memory by ${idle} more sockets, divided by them.`,
    `Storm: ${idle} more clients come back at once, fifty at a time, until each is served; meanwhile 100 messages a second go on.`,
    ...(canMeasureProcesses ? [] : ['CPU and memory need Linux (/proc) and are missing here.']),
  ];
}

/** Columns, the decimals that mean something, and whether the range is shown. */
const COLUMNS = [
  { field: 'sustained', name: 'msg/s', digits: 0, ranged: true },
  { field: 'p50', name: 'p50 ms', digits: 2, ranged: false },
  { field: 'p99', name: 'p99 ms', digits: 2, ranged: true },
  { field: 'cpuUs', name: 'CPU us/msg', digits: 1, ranged: true },
  { field: 'steadyCpuUs', name: 'CPU us at 1,000/s', digits: 1, ranged: false },
  { field: 'idleKiB', name: 'idle KiB', digits: 1, ranged: true },
  { field: 'stormS', name: 'storm s', digits: 2, ranged: false },
  { field: 'stormP99', name: 'storm p99 ms', digits: 1, ranged: false },
] as const;

function summary(target: string, rounds: readonly Round[]): BenchRow {
  const cells = COLUMNS.flatMap(({ field, name, digits, ranged }) => {
    const values = known(rounds, field);
    const middle = [name, orDash(round(median(values), digits))] as const;
    return ranged ? [middle, [`${name} range`, values.length > 0 ? range(values, digits) : '-'] as const] : [middle];
  });
  return { target, ...Object.fromEntries(cells) };
}

/** Our medians by the peer's; for latency the difference, because an fsync adds and does not multiply. */
function ratio(peer: string, ours: readonly Round[], theirs: readonly Round[]): BenchRow {
  const cells = COLUMNS.map(({ field, name }) => {
    const [own, other] = [median(known(ours, field)), median(known(theirs, field))];
    const isTime = name.endsWith(' ms');
    const value = orDash(round(isTime ? own - other : own / other, 2));
    return [name, typeof value === 'string' ? value : isTime ? `${value < 0 ? '' : '+'}${value} ms` : `x ${value}`];
  });
  return { target: `handrail by ${peer}`, ...Object.fromEntries(cells) };
}

/** A round that held no rate has no CPU time of it. */
function known(rounds: readonly Round[], field: keyof Round): number[] {
  return rounds.map(one => one[field]).filter(Number.isFinite);
}

function orDash(value: number): string | number {
  return Number.isFinite(value) ? value : '-';
}
