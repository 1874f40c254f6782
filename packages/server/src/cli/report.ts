import { randomFillSync } from 'node:crypto';
import { createIds, type Figure } from '@handrail/protocol';
import { loadConfig } from '../config.js';
import { createReport } from '../report/createReport.js';
import { createSqliteStore } from '../store/sqlite/createSqliteStore.js';
import type { CliIo, ConfigArguments } from './cliIo.js';

/** What `handrail report` was asked for. */
export interface ReportArguments {
  readonly from: string;
  readonly to: string;
  /** Default: the first site. */
  readonly site?: string | undefined;
  readonly json: boolean;
}

/** `handrail report`: the figures of a site over days, each with its formula. The server may run or not. */
export async function report(
  given: ReportArguments,
  { config: file, port, data }: ConfigArguments,
  io: CliIo,
): Promise<number> {
  const config = await loadConfig(file, io.env, { port, data });
  const site = given.site === undefined ? config.sites[0] : config.sites.find(one => one.id === given.site);
  if (!site)
    throw new Error(
      `report: expected --site to be one of ${config.sites.map(one => one.id).join(', ')}, got "${given.site}"`,
    );
  const newId = createIds({ now: Date.now, random: bytes => randomFillSync(bytes) });
  const store = await createSqliteStore({ folder: config.data, newEpoch: newId(), now: Date.now });
  try {
    const found = await createReport(store, site, given.from, given.to);
    if ('path' in found) {
      io.error(`handrail: report: expected --${found.path.slice(1)} to be ${found.expected}, got "${found.got}"\n`);
      return 2;
    }
    if (given.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
    else {
      io.out(`${found.site}, ${found.from} to ${found.to} (${found.zone}), ${found.sessions} help sessions\n\n`);
      for (const figure of found.figures) io.out(line(figure));
    }
    return 0;
  } finally {
    await store.close();
  }
}

const WORDS: Readonly<Record<Figure['key'], readonly [name: string, formula: string]>> = {
  confirmed_resolution: ['Confirmed resolution', 'ended by "this helped" / sessions with an answer or article shown'],
  assumed_resolution: [
    'Assumed resolution',
    'left after an answer, no "no", no request / sessions with an answer or article shown',
  ],
  abandoned: ['Abandoned', 'left without an answer, or after a "no" / help sessions'],
  containment: ['Containment', 'bot conversations without handoff / bot conversations'],
  deflection: ['Deflection', 'resolved by themselves / (resolved by themselves + handoffs + messages left)'],
  self_service_score: ['Self-service score', 'help sessions : people who contacted'],
  recontact: [
    'Re-contact',
    'sessions with an article of one in the 7 days before / sessions with an answer or article',
  ],
  first_response: ['First response', 'first public message by a person - handoff request, calendar time'],
  first_response_hours: ['… in business hours', 'the same, counting business hours only'],
  resolution_time: ['Resolution time', 'closed - created'],
  queue_abandonment: ['Queue abandonment', 'left before accepted / entered the queue'],
  csat: ['CSAT', 'answers 4-5 / answers'],
  csat_response: ['CSAT response rate', 'answers / surveys shown'],
  flow_csat: ['CSAT of the flow', 'answers 4-5 / answers'],
  ces: ['CES 2.0', 'mean of 1-7; beside it answers 5-7 / answers'],
  nps: ['NPS', '% of 9-10 - % of 0-6; beside it 9-10 / answers'],
  survey_response: ['Survey response rate', 'answers / surveys the flow showed'],
};

function line(figure: Figure): string {
  const [name, formula] = WORDS[figure.key];
  return `${name.padEnd(22)}${shown(figure).padEnd(34)}${formula}\n`;
}

function shown({ unit, value, p90, part, whole }: Figure): string {
  if (value === undefined) return '-';
  if (unit === 'ms') return `median ${timeOf(value)}, p90 ${timeOf(p90 ?? value)} (${whole})`;
  if (unit === 'ratio') return `${value.toFixed(1)} : 1 (${part} : ${whole})`;
  if (unit === 'share') return `${(value * 100).toFixed(1)} % (${part}/${whole})`;
  return `${value.toFixed(unit === 'score' ? 1 : 0)} (${part}/${whole})`;
}

function timeOf(ms: number): string {
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}
