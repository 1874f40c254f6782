import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { root } from './run.mjs';

await build();
const child = spawn(
  process.execPath,
  [`${root}packages/server/dist/cli.js`, 'serve', '--config', `${root}examples/shop/handrail.json`],
  { stdio: 'inherit', env: process.env },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
