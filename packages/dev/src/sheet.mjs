import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { bin, root, run } from './run.mjs';

const path = await browser();
if (!path) process.exit(1);
await build();
const { code } = await run(bin('vitest'), ['run', '--project', 'sheet'], { env: { HANDRAIL_CHROMIUM: path } });
if (code === 0) process.stdout.write(`${root}.reports/sheet/index.html\n`);
process.exit(code);
