import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import type { CliIo, ConfigArguments } from './cliIo.js';
import { explainFailure } from './explainFailure.js';
import { FLOW_OPTIONS, type FlowArguments, readFlowArguments } from './flow/flowArguments.js';
import type { ReportArguments } from './report.js';

const USAGE = `handrail <command> [options]

  init [FOLDER]         write settings, an article and a page to begin with
  serve                 start the server and print its addresses
  check                 check the settings, the flows and the articles; start nothing
  sign-in <agent>       print a link that signs an agent in, once
  report                figures of a site: --from 2026-01-01 --to 2026-01-31 [--site ID] [--json]
  restore <backup>      put a copied data folder or database file in place; the server must be stopped
  knowledge <command>   build, check, try and import articles; knowledge --help tells more
  flow check FILE...    check definitions of flows
  flow migrate FILE...  write definitions of an older format in today's
  flow schema           print the JSON Schema of definitions, for an editor
  flow draw FILE        draw a flow as SVG  [--out FILE] [--locale TAG]
  flow run FILE         play a flow in the terminal  [--locale TAG] [--knowledge FOLDER] [--actions ask|fail]
  flow replay FILE      what a flow makes of past questions, a line each; with --old what changes
                        --new FLOW [--old FLOW] [--knowledge FOLDER] [--json] [--fail-on-change]

  --config FILE         settings file (default: handrail.json)
  --port NUMBER         TCP port (default: PORT, then the file, then 4400)
  --data FOLDER         database and compiled articles (default: HANDRAIL_DATA, then the file, then .data)
  --help                this text
  --version             the version of this command

  HANDRAIL_OPEN=0       do not open a browser;  1: open one even without a terminal
  HANDRAIL_LOG=LEVEL    silent, error, warn (default), info, debug
`;

/**
 * Runs `handrail`; resolves to the exit code: 0 done, 1 failed, 2 wrong use. Failures are told without a stack.
 * `handrail knowledge` is the command line of the knowledge package.
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  if (args[0] === 'knowledge') {
    const { runKnowledgeCli } = await import('@handrail/knowledge/cli');
    return runKnowledgeCli(args.slice(1), { ...io, name: 'handrail knowledge' });
  }
  const given = readArguments(args);
  if (typeof given === 'string') {
    io.error(`handrail: ${given}\n\n${USAGE}`);
    return 2;
  }
  if (given.command === 'help') {
    io.out(USAGE);
    return 0;
  }
  if (given.command === 'version') {
    io.out(`${ownVersion()}\n`);
    return 0;
  }
  try {
    return await run(given, io);
  } catch (error) {
    io.error(`handrail: ${explainFailure(error)}\n`);
    if (io.env.HANDRAIL_LOG === 'debug' && error instanceof Error) io.error(`${error.stack}\n`);
    return 1;
  }
}

interface Given {
  readonly command: 'init' | 'serve' | 'check' | 'sign-in' | 'restore' | 'report' | 'flow' | 'help' | 'version';
  /** The agent to sign in, the backup to restore, or the folder to begin in. */
  readonly object: string;
  readonly from: ConfigArguments;
  readonly flow?: FlowArguments;
  readonly report?: ReportArguments;
}

/** Each command is loaded when it is used: `--help` needs neither the server nor the database. */
async function run({ command, object, from, flow, report }: Given, io: CliIo): Promise<number> {
  if (flow) return (await import('./flow/flow.js')).flow(flow, io);
  if (report) return (await import('./report.js')).report(report, from, io);
  if (command === 'init') return (await import('./init/init.js')).init(object, io);
  if (command === 'check') return (await import('./check.js')).check(from, io);
  if (command === 'sign-in') return (await import('./signIn.js')).signIn(object, from, io);
  if (command === 'restore') return (await import('./restore.js')).restore(object, from, io);
  return (await import('./serve.js')).serve(from, io);
}

const OWN = ['init', 'serve', 'check', 'sign-in', 'restore'] as const;
const isOwn = (name: string): name is (typeof OWN)[number] => OWN.some(own => own === name);

/** Of the package this file is in. */
const ownVersion = (): string => createRequire(import.meta.url)('../../package.json').version;

function readReport(
  { from, to, site, json }: { from?: string; to?: string; site?: string; json: boolean },
  extra: string | undefined,
): ReportArguments | string {
  if (extra !== undefined) return `report: expected no more, got "${extra}"`;
  if (from === undefined) return 'report: expected --from with a day such as 2026-01-31, got none';
  return to === undefined ? 'report: expected --to with a day such as 2026-01-31, got none' : { from, to, site, json };
}

function readArguments(args: readonly string[]): Given | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: 'string', default: 'handrail.json' },
        port: { type: 'string' },
        data: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        site: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
        ...FLOW_OPTIONS,
      },
    });
    const [command = values.help ? 'help' : '', object = '', extra] = positionals;
    const from = { config: values.config, port: values.port, data: values.data };
    if (values.help || command === 'help') return { command: 'help', object, from };
    if (values.version) return { command: 'version', object, from };
    if (command === '') return 'expected a command, got none';
    if (command === 'flow') {
      const flow = readFlowArguments(positionals.slice(1), values);
      return typeof flow === 'string' ? flow : { command, object: '', from, flow };
    }
    if (command === 'report') {
      const report = readReport(values, positionals[1]);
      return typeof report === 'string' ? report : { command, object: '', from, report };
    }
    if (!isOwn(command)) {
      return `expected init, serve, check, sign-in, report, restore, flow or knowledge, got "${command}"`;
    }
    if (command === 'sign-in' && object === '') return 'sign-in: expected the id of an agent, got none';
    if (command === 'restore' && object === '') return 'restore: expected a backup, got none';
    const left = command === 'serve' || command === 'check' ? positionals[1] : extra;
    return left === undefined ? { command, object, from } : `${command}: expected no more, got "${left}"`;
  } catch (error) {
    return error instanceof Error ? (error.message.split('. ', 1)[0] ?? error.message) : String(error);
  }
}
