import { build } from './build.mjs';
import { otherEngines } from './otherEngines.mjs';
import { bin, run } from './run.mjs';

const { env, specs } = await otherEngines();
if (specs.length === 0) process.exit(1);
await build();
const { code } = await run(bin('vitest'), ['run', '--project', 'engines', ...specs], { env });
process.exit(code);
