import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Compiles the demo's articles once for all servers of a run: each would take two seconds to do it again. */
export default async function compileHelp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-help-'));
  await promisify(execFile)(process.execPath, [
    `${root}packages/knowledge/dist/compile/cli.js`,
    'build',
    `${root}examples/shop/help`,
    '--out',
    folder,
    '--quiet',
  ]);
  process.env.HANDRAIL_HELP = folder;
  return () => rm(folder, { recursive: true, force: true });
}
