import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the Markdown below a folder, from it on. */
export function markdownIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return markdownIn(join(folder, entry.name)).map(path => `${entry.name}/${path}`);
    return entry.name.endsWith('.md') ? [entry.name] : [];
  });
}
