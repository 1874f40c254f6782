import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Runs a command in the repository.
 * @returns {Promise<{code: number, output: string}>} exit code, and what it printed when `quiet`
 */
export function run(command, args, { quiet = false, env = {}, cwd = root } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', data => {
      output += data;
    });
    child.stderr?.on('data', data => {
      output += data;
    });
    child.on('error', error => resolve({ code: 127, output: String(error) }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a command and ends the process with its output when it fails. */
export async function must(what, command, args, options = {}) {
  const { code, output } = await run(command, args, { quiet: true, ...options });
  if (code === 0) return;
  process.stderr.write(`${what} failed (${command} ${args.join(' ')}):\n${output}\n`);
  process.exit(1);
}

/** A binary of the workspace's own node_modules. */
export const bin = name => `${root}node_modules/.bin/${name}`;
