import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cli = `${root}packages/server/dist/cli.js`;

/** A real server in a process of its own, with a data folder of its own. */
export interface RunningServer {
  readonly origin: string;
  readonly data: string;
  /** A one-time code of the first agent, as the server printed it. */
  readonly signIn: string;
  /** Ends the process the hard way; nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  /** Starts again on the same port and data. */
  restart(): Promise<void>;
  /** Another one-time code, by the command line. */
  signInFor(agent: string): Promise<string>;
  stop(): Promise<void>;
}

/** Settings of the site that differ from the demo's. */
export interface ServerSettings {
  readonly origins?: readonly string[];
  readonly hours?: Readonly<Record<string, unknown>>;
  /** What happens while people wait, in minutes. */
  readonly handoff?: Readonly<Record<string, number>>;
  /** Whose signatures say who a customer is. */
  readonly identity?: Readonly<Record<string, unknown>>;
  /** Ids of agents by team. */
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  /** What flows may have the server do. */
  readonly actions?: Readonly<Record<string, unknown>>;
  /** The language model that writes answers. */
  readonly model?: Readonly<Record<string, unknown>>;
  /** Path of a flow's definition. Default: the built-in flow. */
  readonly flow?: string;
  /** Languages of the panel. Default: English, Simplified Chinese, Arabic. */
  readonly locales?: readonly string[];
  /** Ids of more sites with the same articles, and their agents' ids. */
  readonly also?: Readonly<Record<string, string>>;
  /** More settings of the widget. */
  readonly widget?: Readonly<Record<string, unknown>>;
}

/** Starts the built server on a free port. */
export async function startServer(settings: ServerSettings = {}): Promise<RunningServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'handrail-e2e-'));
  const data = join(folder, 'data');
  const config = join(folder, 'handrail.json');
  writeFileSync(config, JSON.stringify(configOf(settings)));
  const origin = `http://localhost:${port}`;
  const environment = { ...process.env, PORT: String(port), HANDRAIL_DATA: data, HANDRAIL_OPEN: '0' };
  let child: ChildProcess;
  let signIn = '';

  const start = async () => {
    child = spawn(process.execPath, [cli, 'serve', '--config', config], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    signIn = await firstCode(child);
    await untilHealthy(origin);
  };
  const ended = () =>
    new Promise<void>(resolve =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
    );

  await start();
  return {
    origin,
    data,
    get signIn() {
      return signIn;
    },
    async kill() {
      const gone = ended();
      child.kill('SIGKILL');
      await gone;
    },
    restart: start,
    signInFor: agent => codeFor(agent, config, environment),
    async stop() {
      const gone = ended();
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf(settings: ServerSettings) {
  const { origins = [], hours, handoff, identity, flow, actions, model, locales = ['en', 'zh-Hans', 'ar'] } = settings;
  const { teams = {}, widget, also = {} } = settings;
  const teamsOf = (agent: string) => Object.keys(teams).filter(team => teams[team]?.includes(agent));
  const knowledge = process.env.HANDRAIL_HELP ?? `${root}examples/shop/help`;
  return {
    pages: `${root}examples/shop/site`,
    docs: `${root}docs/.vitepress/dist`,
    sites: [
      {
        id: 'demo',
        widget: { name: 'Northwind Bikes', locales, ...widget },
        origins,
        knowledge,
        replyHours: 4,
        teams: Object.keys(teams).map(id => ({ id, name: `Team ${id}` })),
        ...(hours ? { hours } : {}),
        ...(handoff ? { handoff } : {}),
        ...(identity ? { identity } : {}),
        ...(flow ? { flow } : {}),
        ...(actions ? { actions } : {}),
        ...(model ? { model } : {}),
      },
      ...Object.keys(also).map(id => ({ id, widget: { name: `Site ${id}`, locales }, origins, knowledge })),
    ],
    agents: [
      { id: 'mina', name: 'Mina Holm', role: 'admin', site: 'demo', teams: teamsOf('mina') },
      { id: 'jonas', name: 'Jonas Weber', role: 'agent', site: 'demo', teams: teamsOf('jonas') },
      ...Object.entries(also).map(([site, id]) => ({ id, name: `Agent ${id}`, role: 'agent', site })),
    ],
  };
}

function firstCode(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (text: Buffer) => {
      printed += text;
      const code = /#sign-in=(hs_[\w-]+)/.exec(printed)?.[1];
      if (code) resolve(code);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', code => reject(new Error(`server ended with ${code}:\n${printed}`)));
  });
}

async function untilHealthy(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const healthy = await fetch(`${origin}/healthz`).then(
      response => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`${origin}/healthz did not answer in 5 s`);
}

function codeFor(agent: string, config: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'sign-in', agent, '--config', config], { env });
    let printed = '';
    child.stdout.on('data', text => {
      printed += text;
    });
    child.once('exit', () => {
      const code = /#sign-in=(hs_[\w-]+)/.exec(printed)?.[1];
      if (code) resolve(code);
      else reject(new Error(`sign-in printed no code: ${printed}`));
    });
  });
}

/** A port nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
