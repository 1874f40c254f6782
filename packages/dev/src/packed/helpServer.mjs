import { spawn } from 'node:child_process';

/** Starts a command; resolves with the first group of what its output is waited for. */
export function startCommand(command, args, { cwd, env = {}, ready }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const found = new Promise((resolve, reject) => {
    let printed = '';
    const hear = data => {
      printed += data;
      const match = ready.exec(printed);
      if (match) resolve(match[1] ?? match[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${printed}`)));
  });
  return { found, stop: () => child.kill() };
}

/** Settings of a server for one site. */
export const serverConfig = (port, origin) =>
  JSON.stringify({
    port,
    data: './data',
    sites: [
      {
        id: 'demo',
        widget: { name: 'Northwind Bikes', locales: ['en'] },
        origins: [origin],
        knowledge: './help',
      },
    ],
    agents: [{ id: 'jonas', name: 'Jonas Weber', role: 'admin', site: 'demo' }],
  });
