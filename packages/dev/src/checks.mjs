import { checkCi } from './checks/ci.mjs';
import { checkContents } from './checks/contents.mjs';
import { checkDocs } from './checks/docs.mjs';
import { checkDocsExamples } from './checks/docsExamples.mjs';
import { checkFloors } from './checks/floors.mjs';
import { checkPackages } from './checks/packages.mjs';
import { bin, run } from './run.mjs';

const tool = (command, args) => async () => {
  const { code, output } = await run(bin(command), args, { quiet: true });
  return code === 0 ? [] : [output.trim()];
};

/** Every check: a name, and what is wrong. */
export const CHECKS = [
  { name: 'lint and format', find: tool('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'types', find: tool('tsc', ['-p', 'tsconfig.check.json']) },
  { name: 'floors', find: checkFloors },
  { name: 'docs in sync', find: checkDocs },
  { name: 'examples and names in docs', find: checkDocsExamples },
  { name: 'CI runs the tests', find: checkCi },
  { name: 'unused code and dependencies', find: tool('knip', ['--no-progress']) },
];

/** Checks that look at what is published; they pack every package. */
export const PACKAGE_CHECKS = [
  { name: 'packages fit to publish', find: checkPackages },
  { name: 'what packages hold', find: checkContents },
];

/** Most of them use one core. */
const AT_ONCE = 2;

/** Runs checks side by side, says what each found as soon as it is known, and answers the numbers. */
export async function runChecks(checks) {
  const waiting = [...checks];
  let failed = 0;
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const problems = await check.find();
      if (problems.length > 0) failed += 1;
      process.stdout.write(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${check.name}\n`);
      for (const problem of problems) process.stdout.write(`${problem}\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { passed: checks.length - failed, failed };
}
