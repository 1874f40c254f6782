import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The store's worker and the processes of the kill test run the compiled files, so they are built before the tests. */
export default function build(): void {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const built = spawnSync('npx', ['tsc', '-b', '.'], { cwd: root, encoding: 'utf8' });
  if (built.status === 0) return;
  if (!existsSync(new URL('dist/store/sqlite/worker.js', import.meta.url))) throw new Error(built.stdout);
  process.stderr.write(`packages/server does not compile without errors:\n${built.stdout}\n`);
}
