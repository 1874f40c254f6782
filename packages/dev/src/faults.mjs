import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { build } from './build.mjs';
import { bin, root, run } from './run.mjs';

// Runs the whole fault plan and writes its figures into the documentation.
const reports = `${root}.reports/faults.jsonl`;
const page = `${root}docs/reliability.md`;
const MEASURED = /<!-- measured:faults -->\n[\s\S]*?<!-- \/measured -->/;

await build();
rmSync(reports, { force: true });
const started = Date.now();
const { code } = await run(bin('vitest'), ['run', '--project', 'faults', ...process.argv.slice(2)], {
  env: { HANDRAIL_FAULTS: 'full' },
});
// A part of the plan, or a plan that failed, is no result.
if (code === 0 && process.argv.length === 2 && existsSync(reports)) write();
process.exit(code);

function write() {
  const rows = readFileSync(reports, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  const counted = rows.filter(row => row.messages !== undefined);
  const noted = rows.filter(row => row.note !== undefined);
  const fields = ['messages', 'acknowledged', 'lost', 'duplicated', 'reordered'];
  const sums = fields.map(field => counted.reduce((sum, row) => sum + row[field], 0));
  const count = number => number.toLocaleString('en');
  const cells = row => [
    row.fault,
    row.rounds,
    ...fields.map(field => count(row[field])),
    row.p50 === undefined ? '–' : count(row.p50),
    row.p99 === undefined ? '–' : count(row.p99),
  ];
  const total = ['all', counted.reduce((sum, row) => sum + row.rounds, 0), ...sums.map(count), '', ''];
  const memory = Math.round(totalmem() / 2 ** 30);
  const minutes = Math.round((Date.now() - started) / 60_000);
  const machine = `Measured with Node ${process.versions.node} on ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${memory} GiB; the whole plan took ${minutes} minutes.`;
  const head = ['fault', 'rounds', ...fields, 'recovery p50 ms', 'p99 ms'];
  const block = [
    machine,
    table(head, [...counted.map(cells), total.map(cell => (cell === '' ? '' : `**${cell}**`))]),
    table(
      ['fault', 'found'],
      noted.map(({ fault, note }) => [fault, note]),
    ),
  ].join('\n\n');
  const before = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    before.replace(MEASURED, () => `<!-- measured:faults -->\n\n${block}\n\n<!-- /measured -->`),
  );
  process.stdout.write('docs/reliability.md\n');
}

function table(head, rows) {
  const line = row => `| ${row.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
