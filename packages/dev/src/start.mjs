import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { buildDocs } from './buildDocs.mjs';
import { root } from './run.mjs';

await build();
// Without it the demo still starts; `/docs/` then says how to build it.
await buildDocs();

const shop = `${root}examples/shop`;
const start = args => spawn(process.execPath, args, { stdio: 'inherit', env: process.env });
// The demo shop's own API; without it the bot says that it cannot look orders up.
const api = start([`${shop}/api/serve.mjs`]);
const child = start([`${root}packages/server/dist/cli.js`, 'serve', '--config', `${shop}/handrail.json`]);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => {
  api.kill();
  process.exit(code ?? (signal ? 1 : 0));
});
