import { existsSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { must, root } from './run.mjs';

const stamp = `${root}node_modules/.handrail-installed`;

/** Installs what the lockfile names, unless that was done since it changed. */
export async function install() {
  const lock = `${root}pnpm-lock.yaml`;
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write('Installing dependencies\n');
  // The packages' own commands exist only after the first build; pnpm warns about them and goes on.
  // `npm start --silent` would silence pnpm too, and with it the reason when something is wrong.
  const env = { npm_config_loglevel: 'warn' };
  await must('Installing', 'npx', ['-y', 'pnpm@10', 'install', '--frozen-lockfile', '--prefer-offline'], { env });
  writeFileSync(stamp, '');
  const now = new Date();
  utimesSync(stamp, now, now);
}
