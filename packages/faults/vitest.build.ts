import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The servers of these tests are processes that run the compiled files. */
export default function build(): void {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const built = spawnSync('npx', ['tsc', '-b', 'packages/server'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout || String(built.error));
}
