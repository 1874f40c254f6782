import { spawn } from 'node:child_process';
import type { CliIo } from './cliIo.js';

/** Whether a browser should be opened: as told, otherwise with a terminal and a desktop, and never in CI. */
export function wantsBrowser(
  open: boolean | null,
  { env, isTerminal, platform }: Pick<CliIo, 'env' | 'isTerminal' | 'platform'>,
): boolean {
  if (open !== null) return open;
  const desktop = platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return isTerminal && desktop && !env.CI && !env.SSH_CONNECTION;
}

/** Tries to open an address in the person's browser; a machine without one is no failure. */
export function openBrowser(address: string, platform: NodeJS.Platform): void {
  const [command, ...args] = browserCommand(address, platform);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

/** The system's way to open an address. */
export function browserCommand(address: string, platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open', address];
  // The empty argument is the window's title; without it `start` takes the address for one.
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return ['xdg-open', address];
}
