import { once } from 'node:events';
import { type StartedProcess, startProcess } from './startProcess.js';

/** A screen that nobody sees. */
export interface Display {
  /** For the environment variable `DISPLAY`. */
  readonly name: string;
  stop(): Promise<void>;
}

/** Starts Xvfb with the first number that is free. */
export async function startDisplay(width: number, height: number): Promise<Display> {
  const screen = ['-screen', '0', `${width}x${height}x24`];
  const server: StartedProcess = await startProcess('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp', ...screen]);
  const { stdout } = server.child;
  if (!stdout) throw new Error('Xvfb has no output to read its number from');
  const [number] = await once(stdout, 'data', { signal: AbortSignal.timeout(10_000) });
  return { name: `:${String(number).trim()}`, stop: server.stop };
}
