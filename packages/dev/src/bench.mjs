import { writeFileSync } from 'node:fs';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { root } from './run.mjs';

const [name, ...rest] = process.argv.slice(2);
const BENCHES = ['search', 'match', 'deflection', 'page', 'realtime'];
if (!BENCHES.includes(name)) {
  process.stderr.write(`bench: expected one of ${BENCHES.join(', ')}, got ${name ?? 'nothing'}\n`);
  process.exit(1);
}
if (name === 'page') {
  const path = await browser();
  if (!path) process.exit(1);
  process.env.HANDRAIL_CHROMIUM = path;
}
await build();
const { run } = await import(`${root}packages/bench/dist/${name}.js`);
const {
  rows,
  tables = [{ rows }],
  notes = [],
  pictures = {},
} = await run({
  quick: rest.includes('--quick'),
  large: rest.includes('--large'),
});
for (const note of notes) process.stdout.write(`${note}\n`);
for (const table of tables) {
  if (table.title) process.stdout.write(`\n${table.title}\n`);
  console.table(table.rows);
}
const folder = rest.indexOf('--pictures');
if (folder >= 0) for (const [file, svg] of Object.entries(pictures)) writeFileSync(`${rest[folder + 1]}/${file}`, svg);
const json = rest.indexOf('--json');
if (json >= 0) {
  const text = `${JSON.stringify(rows, null, 2)}\n`;
  if (rest[json + 1]) writeFileSync(rest[json + 1], text);
  else process.stdout.write(text);
}
// Sockets of servers that are gone may still wait to be closed.
process.exit(0);
