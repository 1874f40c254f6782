import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One of the peers' servers in a process of its own. */
export interface RunningProgram {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a program that says its port when it listens. Rejects when it ends before. */
export function startProgram(program: URL): Promise<RunningProgram> {
  const child = fork(fileURLToPath(program));
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`${program.pathname} ended with ${code} before it listened`)));
    child.once('message', ({ port }: { port: number }) =>
      resolve({
        pid: child.pid ?? 0,
        port,
        async stop() {
          // The program hears of it, clears up and ends.
          child.disconnect();
          await gone;
        },
      }),
    );
  });
}
