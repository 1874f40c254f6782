import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { root, run } from '../run.mjs';

/** Folders a package may hold beside what is built. */
const FOLDERS = /^(dist|flows|vectors)\//;
/** Tests, notes of the compiler, source maps, hidden files; and sources, which are types at most. */
const PRIVATE = /\.(test|test-d|spec)\.|\.tsbuildinfo$|\.map$|(^|\/)\.|(?<!\.d)\.tsx?$/;

/** What is wrong with the tarballs that would be published: what is missing, and what has no business in them. */
export async function checkContents() {
  const args = ['-y', 'pnpm@10', '-r', 'pack', '--dry-run', '--json'];
  const { output } = await run('npx', args, { quiet: true });
  const packed = JSON.parse(output.slice(output.indexOf('[\n')));
  return packed
    .filter(({ name }) => existsSync(`${root}${folderOf(name)}/package.json`))
    .flatMap(({ name, files }) => checkPackage(folderOf(name), new Set(files.map(({ path }) => path))));
}

const folderOf = name => `packages/${name.replace(/^@handrail\//, '')}`;

function checkPackage(folder, files) {
  const manifest = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
  if (manifest.private) return [];
  const missing = ['package.json', 'README.md', ...targetsOf(manifest)]
    .filter(file => !matches(files, file))
    .map(file => `${folder}: expected ${file} in the tarball, got none`);
  const extra = [...files]
    .filter(file => file.includes('/') && (!FOLDERS.test(file) || PRIVATE.test(file)))
    .map(file => `${folder}: ${file} has no business in the tarball`);
  return [...missing, ...extra, ...checkManifest(folder, manifest)];
}

/** What `exports` and `bin` point at, for everybody but this repository. */
function targetsOf({ exports = {}, bin = {} }) {
  const walk = value =>
    typeof value === 'string'
      ? [value]
      : Object.entries(value).flatMap(([condition, target]) => (condition === 'handrail-source' ? [] : walk(target)));
  return [...walk(exports), ...Object.values(bin)].map(target => posix.normalize(target));
}

function matches(files, target) {
  const [before, after] = target.split('*');
  return after === undefined
    ? files.has(target)
    : [...files].some(file => file.startsWith(before) && file.endsWith(after));
}

/** A registry shows where a package comes from only when it may be public and says its license. */
function checkManifest(folder, { license, publishConfig, description }) {
  const expected = [
    ['license', license === 'MIT', 'MIT'],
    ['publishConfig', publishConfig?.access === 'public' && publishConfig.provenance === true, 'access and provenance'],
    ['description', Boolean(description), 'a sentence'],
  ];
  return expected.flatMap(([field, holds, what]) =>
    holds ? [] : [`${folder}/package.json: ${field}: expected ${what}, got something else`],
  );
}
