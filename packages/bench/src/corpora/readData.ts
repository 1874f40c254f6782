import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** The rows of a JSON lines file of the shared data (`HANDRAIL_SHARED`, else `../shared` beside the checkout); `null` when it is not there. */
export function readData<T>(path: string): T[] | null {
  const file = join(process.env.HANDRAIL_SHARED ?? join(checkout, '../shared'), 'data', path);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(line => line.trim() !== '').map(line => JSON.parse(line) as T);
}
