import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that is there to be ended again. */
export interface StartedProcess {
  readonly child: ChildProcess;
  /** Ends it; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts a program, its output to be read from `child.stdout`; rejects when there is no such program. */
export async function startProcess(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<StartedProcess> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child, 'spawn');
  return {
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
