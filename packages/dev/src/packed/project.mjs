import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { root, run } from '../run.mjs';

/** Versions the workspace keeps in one place. */
function catalog() {
  const text = readFileSync(`${root}pnpm-workspace.yaml`, 'utf8');
  const [, block = ''] = /^catalog:\n((?: {2}.*\n)+)/m.exec(text) ?? [];
  return new Map([...block.matchAll(/^ {2}"?([^":]+)"?: (.+)$/gm)].map(([, name, version]) => [name, version]));
}

/**
 * A folder of a stranger: sources, and what `npm install` brings.
 * @param from folder of the repository to begin with, such as `examples/react`; `null` for an empty one
 * @returns what went wrong; empty when it is installed
 */
export async function install(folder, { from = null, files = {}, manifest = {}, tarballs }) {
  mkdirSync(folder, { recursive: true });
  const filter = path => !/\/(node_modules|dist)$/.test(path);
  if (from) cpSync(`${root}${from}`, folder, { recursive: true, filter });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
  const given = existsSync(`${folder}/package.json`) ? JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) : {};
  const merged = { private: true, type: 'module', ...given, ...manifest };
  const versions = catalog();
  const real = (dependencies = {}) =>
    Object.fromEntries(
      Object.entries(dependencies).map(([name, version]) => [
        name,
        tarballs.has(name) ? `file:${tarballs.get(name)}` : version === 'catalog:' ? versions.get(name) : version,
      ]),
    );
  const overrides = Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]));
  const { dependencies, devDependencies, ...rest } = merged;
  writeFileSync(
    `${folder}/package.json`,
    JSON.stringify(
      { ...rest, dependencies: real(dependencies), devDependencies: real(devDependencies), overrides },
      null,
      2,
    ),
  );
  const args = ['install', '--no-audit', '--no-fund', '--engine-strict', '--prefer-offline', '--loglevel', 'error'];
  const { code, output } = await run('npm', args, { quiet: true, cwd: folder });
  return code === 0 ? strangers(folder) : `npm install: ${output}`;
}

/** A package that is a link leads back into the workspace: then nothing was tried. */
function strangers(folder) {
  const scope = `${folder}/node_modules/@handrail`;
  const out = existsSync(scope)
    ? readdirSync(scope).filter(name => realpathSync(`${scope}/${name}`).startsWith(realpathSync(root)))
    : [];
  return out.length === 0 ? '' : `${out.join(', ')}: expected an installed package, got the workspace's`;
}
