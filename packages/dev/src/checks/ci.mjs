import { readFileSync, statSync } from 'node:fs';
import { root } from '../run.mjs';

/** What is wrong with what a public host runs: empty, it would pass and have tested nothing. */
export async function checkCi() {
  const file = '.ci/run';
  const text = readFileSync(`${root}${file}`, 'utf8');
  const runs = text.split('\n').some(line => /^(exec )?npm test\b/.test(line));
  const executable = (statSync(`${root}${file}`).mode & 0o111) !== 0;
  const workflow = '.github/workflows/test.yml';
  const steps = readFileSync(`${root}${workflow}`, 'utf8');
  return [
    ...['- run: .ci/run', '- run: npm run test:packed', 'node: [20, 22]']
      .filter(line => !steps.includes(line))
      .map(line => `${workflow}: expected "${line}", got nothing like it`),
    ...(runs ? [] : [`${file}: expected a line that runs npm test, got none`]),
    ...(executable || process.platform === 'win32' ? [] : [`${file}: expected it to be executable, got a plain file`]),
  ];
}
