import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { must, root, run } from '../run.mjs';

/** Folders of the packages that are published. */
export function publicPackages() {
  return readdirSync(`${root}packages`)
    .map(name => `packages/${name}`)
    .filter(folder => existsSync(`${root}${folder}/package.json`) && !manifestOf(folder).private);
}

/** The `package.json` of a folder of the repository. */
export const manifestOf = folder => JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));

/** Packs what is published; the tarball of each package by its name. */
export async function packAll(into) {
  const folders = publicPackages();
  const filters = folders.flatMap(folder => ['--filter', `./${folder}`]);
  await must('Packing', 'npx', ['-y', 'pnpm@10', '-r', ...filters, 'pack', '--pack-destination', into]);
  return new Map(
    folders.map(folder => {
      const { name, version } = manifestOf(folder);
      return [name, `${into}/${name.replace('@', '').replace('/', '-')}-${version}.tgz`];
    }),
  );
}

/** What a tarball lacks: its license, or real versions in the place of the workspace's. */
export async function lacksOf(name, tarball) {
  const { output } = await run('tar', ['-tzf', tarball], { quiet: true });
  const manifest = await run('tar', ['-xOzf', tarball, 'package/package.json'], { quiet: true });
  return [
    ...(output.includes('package/LICENSE\n') ? [] : [`${name}: expected a LICENSE in the tarball, got none`]),
    ...(/"(workspace|catalog):/.test(manifest.output) ? [`${name}: a version is the workspace's own`] : []),
  ];
}
