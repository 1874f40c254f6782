import { build } from './build.mjs';
import { CHECKS, runChecks } from './checks.mjs';

await build();
const { failed } = await runChecks(CHECKS);
process.exit(failed > 0 ? 1 : 0);
