import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { checkContents } from './checks/contents.mjs';
import { lacksOf, manifestOf, packAll, publicPackages } from './packed/tarballs.mjs';
import { bin, must, root, run } from './run.mjs';

// Publishes what the changesets made ready, or with --dry-run tries the whole way in a copy: nothing here changes, nothing is sent.
const isDry = process.argv.includes('--dry-run');
const isCopy = process.argv.includes('--here');
const folder = mkdtempSync(join(tmpdir(), 'handrail-release-'));
/** Asks no registry, whatever npm would like to know. */
const OFFLINE = { npm_config_offline: 'true', npm_config_fetch_retries: '0' };

let code = 1;
try {
  code = isDry && !isCopy ? await tryInCopy() : await publishHere();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

/** Versions and changelogs as the next release would have them, and everything after it. */
async function tryInCopy() {
  const cwd = `${folder}/copy`;
  const options = { cwd, env: OFFLINE };
  await must('Copying', 'git', ['clone', '--quiet', root, cwd]);
  const install = ['-y', 'pnpm@10', 'install', '--offline', '--frozen-lockfile', '--config.confirmModulesPurge=false'];
  await must('Installing', 'npx', install, options);
  const versions = await run(`${cwd}/node_modules/.bin/changeset`, ['version'], { quiet: true, ...options });
  process.stdout.write(versions.output);
  if (versions.code !== 0) return versions.code;
  const changed = await run('git', ['status', '--short'], { quiet: true, ...options });
  process.stdout.write(changed.output);
  const rest = await run(process.execPath, ['packages/dev/src/release.mjs', '--dry-run', '--here'], options);
  return rest.code;
}

/** Packs this checkout as it is, and publishes what the registry does not have. */
async function publishHere() {
  await build();
  nameRepository();
  const tarballs = await packAll(folder);
  const lacks = await Promise.all([...tarballs].map(([name, file]) => lacksOf(name, file)));
  const problems = [...(await checkContents()), ...lacks.flat()];
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  if (problems.length > 0) return 1;
  const rows = [];
  for (const [name, file] of tarballs)
    rows.push({ ...(await publish(name, file)), kB: Math.round(statSync(file).size / 1000) });
  console.table(rows);
  const isFine = rows.every(({ result }) => !result.startsWith('FAILED'));
  if (isFine && !isDry) await run(bin('changeset'), ['tag']);
  return isFine ? 0 : 1;
}

async function publish(name, file) {
  const { version } = manifestOf(`packages/${name.replace('@handrail/', '')}`);
  if (!isDry) {
    const known = await run('npm', ['view', `${name}@${version}`, 'version'], { quiet: true });
    if (known.code === 0 && known.output.includes(version)) return { name, version, result: 'there already' };
  }
  const { code: failed, output } = await run('npm', ['publish', file, ...(isDry ? ['--dry-run'] : [])], {
    quiet: true,
    env: isDry ? OFFLINE : {},
  });
  if (failed) process.stdout.write(`${output}\n`);
  return { name, version, result: failed ? 'FAILED' : isDry ? 'would be published' : 'published' };
}

/**
 * A registry believes where a package was built only when the package names the same repository. Which one that is, the host of
 * the build says, so that a fork publishes under its own name.
 */
function nameRepository() {
  const { GITHUB_SERVER_URL: host, GITHUB_REPOSITORY: path } = process.env;
  if (!isDry && !(host && path)) throw new Error('GITHUB_SERVER_URL, GITHUB_REPOSITORY: expected both, got none.');
  const url = isDry ? 'git+https://example.com/handrail.git' : `git+${host}/${path}.git`;
  for (const directory of publicPackages()) {
    const manifest = { ...manifestOf(directory), repository: { type: 'git', url, directory } };
    writeFileSync(`${root}${directory}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}
