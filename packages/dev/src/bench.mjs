import { writeFileSync } from 'node:fs';
import { build } from './build.mjs';
import { root } from './run.mjs';

const [name, ...rest] = process.argv.slice(2);
const BENCHES = ['search', 'match', 'page', 'realtime'];
if (!BENCHES.includes(name)) {
  process.stderr.write(`bench: expected one of ${BENCHES.join(', ')}, got ${name ?? 'nothing'}\n`);
  process.exit(1);
}
await build();
const { run } = await import(`${root}packages/bench/dist/${name}.js`);
const { rows } = await run();
console.table(rows);
const json = rest.indexOf('--json');
if (json >= 0) {
  const text = `${JSON.stringify(rows, null, 2)}\n`;
  if (rest[json + 1]) writeFileSync(rest[json + 1], text);
  else process.stdout.write(text);
}
