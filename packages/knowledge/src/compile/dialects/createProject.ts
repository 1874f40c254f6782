import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { Project } from './dialect.js';

/** Opens a folder; nothing outside of it can be read through it. */
export function createProject(dir: string): Project {
  const root = realpathSync(dir);

  function inside(path: string): string | null {
    try {
      const real = realpathSync(join(root, path));
      const below = relative(root, real);
      return below === '..' || below.startsWith(`..${sep}`) ? null : real;
    } catch {
      return null;
    }
  }

  return {
    exists: path => inside(path) !== null,
    text(path) {
      const file = inside(path);
      return file !== null && statSync(file).isFile() ? readFileSync(file, 'utf8') : null;
    },
    folders(path) {
      const folder = inside(path);
      if (folder === null || !statSync(folder).isDirectory()) return [];
      const entries = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
      return entries.map(({ name }) => name).sort();
    },
  };
}

/** The Markdown files below a folder of a project, in order; hidden ones, parts (`_x.md`) and packages are passed over. */
export function listPages(project: Project, folder: string, dir: string): string[] {
  const entries = project.exists(folder) ? readdirSync(join(dir, folder), { withFileTypes: true }) : [];
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = posix.join(folder, entry.name);
      if (/^[._]/.test(entry.name) || entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return listPages(project, path, dir);
      return /\.(?:mdx?|markdown)$/i.test(entry.name) ? [path] : [];
    });
}
