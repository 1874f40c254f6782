import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = fileURLToPath(new URL('../../server/dist/cli.js', import.meta.url));

/** Folder of the repository. */
export const checkout = fileURLToPath(new URL('../../../', import.meta.url));

/** The built server in a process of its own. */
export interface RunningServer {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Settings and data of a server, in a temporary folder that outlives its processes. */
export interface ServerHome {
  /** Starts a process on a free port; resolves when it is ready. */
  start(): Promise<RunningServer>;
  /** A one-time code by the command line, also while the server runs. */
  signInCode(agent: string): Promise<string>;
  remove(): void;
}

/**
 * @param config what stands in `handrail.json`; its paths are absolute
 */
export function createServerHome(config: Readonly<Record<string, unknown>>): ServerHome {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
  const file = join(folder, 'handrail.json');
  writeFileSync(file, JSON.stringify({ data: join(folder, 'data'), ...config }));
  return {
    start: () => start(file),
    async signInCode(agent) {
      const { stdout } = await promisify(execFile)(process.execPath, [cli, 'sign-in', agent, '--config', file]);
      const code = /hs_[\w-]+/.exec(stdout)?.[0];
      if (code) return code;
      throw new Error(`handrail sign-in ${agent}: expected a code, got ${stdout}`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function start(file: string): Promise<RunningServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { HANDRAIL_DATA: _data, ...env } = process.env;
  const child = spawn(process.execPath, [cli, 'serve', '--config', file], {
    env: { ...env, PORT: String(port), HANDRAIL_OPEN: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const early = gone.then(() => {
    throw new Error(`server ended with ${child.exitCode}`);
  });
  early.catch(() => {});
  await Promise.race([untilHealthy(origin), early]);
  return {
    origin,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function untilHealthy(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const healthy = await fetch(`${origin}/healthz`).then(
      response => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`${origin}/healthz: expected 200 within 10 s`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
