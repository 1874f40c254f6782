import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerLimits } from '@handrail/server';

const cli = fileURLToPath(new URL('../../server/dist/cli.js', import.meta.url));

/** The origin of the shop's pages. */
export const SHOP_ORIGIN = 'https://shop.example';

/** What a test may choose of a server. */
export interface ServerChoices {
  readonly limits?: Partial<ServerLimits>;
  /** Data folder. Default: a new one, which goes at the end. */
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A server with one shop and one agent, `maya`, in a process of its own. */
export interface FaultyServer {
  readonly data: string;
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** The one-time code printed at the last start. */
  readonly signIn: string;
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code, or the signal. */
  ended(): Promise<number | string>;
  /** Kills it the hard way and waits for the end; nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  /** Starts again on the same data, at another port. */
  start(): Promise<void>;
  /** Runs another command of the same settings and data; resolves with what it printed. */
  command(...args: readonly string[]): Promise<string>;
  /** Ends it and takes its folders away. */
  remove(): Promise<void>;
}

/** Rates that a load from one address would meet before anything breaks. */
const ROOMY: Partial<ServerLimits> = {
  eventsPerTenSeconds: 1_000_000,
  framesPerTenSeconds: 1_000_000,
  upgradesPerAddress: 1_000_000,
  upgradeBurstPerAddress: 1_000_000,
  drainMs: 1_000,
};

/** Starts the command line as an operator does: settings in a file, data in a folder. */
export async function startServer({ limits, data, env }: ServerChoices = {}): Promise<FaultyServer> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-faults-'));
  const kept = data ?? join(folder, 'data');
  mkdirSync(kept, { recursive: true });
  const config = join(folder, 'handrail.json');
  writeFileSync(config, JSON.stringify(settings({ ...ROOMY, ...limits })));
  const options = ['--config', config, '--data', kept, '--port', '0'];
  const run = (args: readonly string[]) =>
    spawn(process.execPath, [cli, ...args, ...options], {
      env: { ...process.env, ...env, HANDRAIL_OPEN: '0', HANDRAIL_LOG: 'silent' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let child: ChildProcess;
  let origin = '';
  let signIn = '';

  const start = async () => {
    child = run(['serve']);
    const text = await printed(child, /#sign-in=\S+/);
    origin = /http:\/\/[^/\s]+/.exec(text)?.[0] ?? '';
    signIn = /#sign-in=(\S+)/.exec(text)?.[1] ?? '';
  };
  const ended = () =>
    new Promise<number | string>(resolve => {
      const over = () => child.exitCode ?? child.signalCode;
      if (over() !== null) resolve(over() as number | string);
      else child.once('exit', () => resolve(over() as number | string));
    });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended();
  };
  await start();
  return {
    data: kept,
    get origin() {
      return origin;
    },
    get port() {
      return Number(new URL(origin).port);
    },
    get pid() {
      return child.pid as number;
    },
    get signIn() {
      return signIn;
    },
    signal: name => void child.kill(name),
    ended,
    kill,
    start,
    command: async (...args) => printed(run(args)),
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(limits: Partial<ServerLimits>) {
  return {
    host: '127.0.0.1',
    trustProxy: true,
    sites: [
      { id: 'shop', widget: { name: 'Shop' }, origins: [SHOP_ORIGIN] },
      { id: 'other', widget: { name: 'Other' }, origins: ['https://other.example'] },
    ],
    agents: [{ id: 'maya', name: 'Maya', role: 'agent', site: 'shop' }],
    limits,
  };
}

/** What a process prints until it fits, or until its end. Rejects when it ends badly. */
function printed(child: ChildProcess, until?: RegExp): Promise<string> {
  let out = '';
  let error = '';
  child.stderr?.on('data', data => {
    error += data;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', data => {
      out += data;
      if (until?.test(out)) resolve(out);
    });
    child.on('error', reject);
    child.on('close', code =>
      code === 0 && !until ? resolve(out) : reject(new Error(`ended with ${code}: ${error}`)),
    );
  });
}
