import { readdirSync, readFileSync } from 'node:fs';
import { bin, root, run } from '../run.mjs';

/** publint and are-the-types-wrong for every package that is published. */
export async function checkPackages() {
  const problems = [];
  for (const name of readdirSync(`${root}packages`)) {
    const cwd = `${root}packages/${name}`;
    const manifest = JSON.parse(readFileSync(`${cwd}/package.json`, 'utf8'));
    if (manifest.private) continue;
    const lint = await run(bin('publint'), ['--strict'], { quiet: true, cwd });
    if (lint.code !== 0) problems.push(`${name}: publint\n${lint.output.trim()}`);
    if (!manifest.exports || name === 'inbox') continue;
    const types = await run(bin('attw'), ['--pack', '.', '--profile', 'esm-only', '--no-emoji', '--no-color'], {
      quiet: true,
      cwd,
    });
    if (types.code !== 0) problems.push(`${name}: are-the-types-wrong\n${types.output.trim()}`);
  }
  return problems;
}
