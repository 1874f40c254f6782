import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { bin, run } from './run.mjs';

const path = await browser();
if (!path) process.exit(1);
await build();
const { code } = await run(bin('vitest'), ['run', '--project', 'e2e', ...process.argv.slice(2)], {
  env: { HANDRAIL_CHROMIUM: path },
});
process.exit(code);
