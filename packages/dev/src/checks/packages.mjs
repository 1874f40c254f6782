import { readdirSync, readFileSync } from 'node:fs';
import { bin, root, run } from '../run.mjs';

/** publint (which packs with pnpm, so pnpm must be at hand) and are-the-types-wrong for every published package. */
export async function checkPackages() {
  const found = await Promise.all(readdirSync(`${root}packages`).map(checkPackage));
  return found.flat();
}

async function checkPackage(name) {
  const cwd = `${root}packages/${name}`;
  const manifest = JSON.parse(readFileSync(`${cwd}/package.json`, 'utf8'));
  if (manifest.private) return [];
  const problems = [];
  const lint = await run('npx', ['-y', 'pnpm@10', 'exec', 'publint', '--strict'], { quiet: true, cwd });
  if (lint.code !== 0) problems.push(`${name}: publint\n${lint.output.trim()}`);
  if (!manifest.exports || name === 'inbox') return problems;
  const options = ['--profile', 'esm-only', '--no-emoji', '--no-color'];
  const types = await run(bin('attw'), ['--pack', '.', ...options], { quiet: true, cwd });
  if (types.code !== 0) problems.push(`${name}: are-the-types-wrong\n${types.output.trim()}`);
  return problems;
}
