import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { bin, must, root } from './run.mjs';

const stamp = `${root}packages/server/dist/.handrail-built`;
const publicDir = `${root}packages/server/dist/public`;
/** Where the documentation's site comes to be; servers are told of it before it is there. */
const docsSite = `${root}docs/.vitepress/dist`;
const SOURCES = /\.(ts|tsx|css|json|mjs|html|svg|md|png)$/;

/** Folders that are made: what changes in them is no change of a source. */
const MADE = ['node_modules', 'dist', 'pages', 'cache'];

/** Newest change of a source below a folder, in ms. */
export function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (MADE.includes(entry.name) || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) time = Math.max(time, newest(path));
    else if (SOURCES.test(entry.name)) time = Math.max(time, statSync(path).mtimeMs);
  }
  return time;
}

/** Installs and builds; does nothing when nothing changed since. */
export async function build() {
  await install();
  mkdirSync(docsSite, { recursive: true });
  const changed = Math.max(newest(`${root}packages`), statSync(`${root}pnpm-lock.yaml`).mtimeMs);
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= changed) return;
  process.stderr.write('Building\n');
  await must('Compiling', bin('tsc'), ['-b', 'tsconfig.json']);
  await Promise.all([
    must('Building the widget', process.execPath, ['build.mjs'], { cwd: `${root}packages/widget` }),
    must('Building the shims', process.execPath, ['build.mjs'], { cwd: `${root}packages/shims` }),
    must('Bundling the parts', process.execPath, ['buildParts.mjs'], { cwd: `${root}packages/widget` }),
    must('Building the inbox', `${root}packages/inbox/node_modules/.bin/vite`, ['build', '--logLevel', 'warn'], {
      cwd: `${root}packages/inbox`,
    }),
  ]);
  rmSync(publicDir, { recursive: true, force: true });
  mkdirSync(publicDir, { recursive: true });
  cpSync(`${root}packages/widget/dist/w`, `${publicDir}/w`, { recursive: true });
  cpSync(`${root}packages/shims/dist/shims`, `${publicDir}/w/shims`, { recursive: true });
  cpSync(`${root}packages/inbox/dist`, `${publicDir}/inbox`, { recursive: true });
  writeFileSync(stamp, '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
