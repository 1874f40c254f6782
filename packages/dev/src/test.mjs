import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { CHECKS, PACKAGE_CHECKS, runChecks } from './checks.mjs';
import { otherEngines, versionsOf } from './otherEngines.mjs';
import { bin, root, run } from './run.mjs';

const started = Date.now();
const rows = [];
const seconds = since => Math.round((Date.now() - since) / 1000);

/** Runs one kind of test and notes its numbers. */
async function kind(name, work) {
  const since = Date.now();
  process.stdout.write(`\n${name}\n`);
  const { passed, failed } = await work();
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed in ${seconds(since)} s\n`);
  rows.push({ kind: name, passed, failed, seconds: seconds(since) });
}

const NOTHING = { passed: 0, failed: 0 };

/** Characters of a failed run that are printed; the end says the most. */
const MOST_OUTPUT = 20_000;

/** Runs vitest projects; the numbers come from its report. A run that broke before its report counts as one failure. */
async function vitest(name, projects, env = {}, files = []) {
  const folder = `${root}.reports`;
  const report = `${folder}/${name}.json`;
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', ...files, ...projects.flatMap(project => ['--project', project])];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await run(bin('vitest'), [...args, ...reporters], {
    quiet: true,
    env: { ...env, NO_COLOR: '1' },
  });
  if (code !== 0) process.stdout.write(`${output.slice(-MOST_OUTPUT)}\n`);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(file => file.status === 'failed');
  // The output above may be cut; a file that could not begin has no failed test of its own.
  for (const { name: file } of broken) process.stdout.write(`FAILED ${file.replace(root, '')}\n`);
  const notBegun = broken.filter(file => file.assertionResults.every(test => test.status !== 'failed'));
  return { passed: numPassedTests, failed: Math.max(numFailedTests + notBegun.length, code === 0 ? 0 : 1) };
}

/** Bytes of every combination against its limit, by size-limit. */
async function sizes() {
  const { output } = await run(bin('size-limit'), ['--json'], { quiet: true });
  const found = JSON.parse(output.slice(output.indexOf('[')));
  for (const { name, size, sizeLimit, passed } of found) {
    process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name}: ${size} of ${sizeLimit} bytes\n`);
  }
  const failed = found.filter(row => !row.passed).length;
  return { passed: found.length - failed, failed };
}

/** Firefox and WebKitGTK. One that is not there is a failure in CI, and said in the row everywhere. */
async function engines() {
  const { env, specs, missing } = await otherEngines();
  const name = missing.length > 0 ? `engines, without ${missing.join(' and ')}` : 'engines';
  await kind(name, async () => {
    const { passed, failed } = specs.length > 0 ? await vitest('engines', ['engines'], env, specs) : NOTHING;
    process.stdout.write(`${versionsOf(specs).join(', ')}\n`);
    return { passed, failed: failed + (process.env.CI ? missing.length : 0) };
  });
}

await build();
await kind('checks', () => runChecks([...CHECKS, ...PACKAGE_CHECKS]));
await kind('sizes', sizes);
const COMPONENTS = ['widget', 'inbox', 'react', 'vue', 'svelte', 'svelte-server', 'element', 'shims'];

async function withoutBrowser() {
  await kind('unit', () => vitest('unit', ['unit']));
  await kind('components', () => vitest('components', COMPONENTS));
  await kind('server', () => vitest('server', ['server']));
}

// The fault plan waits more than it works: others go on beside it.
await Promise.all([kind('faults', () => vitest('faults', ['faults'])), withoutBrowser()]);
const path = await browser();
if (path) await kind('browser', () => vitest('e2e', ['e2e'], { HANDRAIL_CHROMIUM: path }));
else rows.push({ kind: 'browser', passed: 0, failed: 1, seconds: 0 });
await engines();

console.table(rows);
const sum = field => rows.reduce((total, row) => total + row[field], 0);
process.stdout.write(`in ${seconds(started)} s\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') > 0 ? 1 : 0);
