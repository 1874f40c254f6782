import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestOf, packAll, publicPackages } from '../packed/tarballs.mjs';
import { bin, run } from '../run.mjs';

/** publint and are-the-types-wrong on the tarball of every published package, packed once. */
export async function checkPackages() {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-pack-'));
  try {
    const tarballs = await packAll(folder);
    const manifests = publicPackages().map(manifestOf);
    const found = await Promise.all(manifests.map(manifest => checkPackage(manifest, tarballs.get(manifest.name))));
    return found.flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkPackage({ name, exports }, tarball) {
  const problems = [];
  const lint = await run(bin('publint'), ['run', tarball, '--strict'], { quiet: true });
  if (lint.code !== 0) problems.push(`${name}: publint\n${lint.output.trim()}`);
  if (!exports || name === '@handrail/inbox') return problems;
  const options = ['--profile', 'esm-only', '--no-emoji', '--no-color'];
  const types = await run(bin('attw'), [tarball, ...options], { quiet: true });
  if (types.code !== 0) problems.push(`${name}: are-the-types-wrong\n${types.output.trim()}`);
  return problems;
}
