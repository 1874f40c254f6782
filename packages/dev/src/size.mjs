import { build } from './build.mjs';
import { measureSizes } from './measureSizes.mjs';

await build();
const rows = measureSizes();
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
else console.table(rows.map(({ name, raw, gzip, brotli, limit }) => ({ name, raw, gzip, brotli, limit: limit ?? '' })));
if (rows.some(row => row.limit && row.brotli > row.limit)) process.exit(1);
