import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../run.mjs';

/** What each package may import of ours; `dev` adds what its tests may. Nobody imports floor 4. */
export const FLOORS = {
  content: [],
  protocol: ['content'],
  knowledge: ['content'],
  flow: ['content'],
  core: ['content', 'protocol', 'knowledge', 'flow'],
  server: ['content', 'protocol', 'knowledge', 'flow'],
  'test-kit': ['content', 'protocol'],
  widget: ['content', 'protocol', 'knowledge', 'core'],
  inbox: ['content', 'protocol', 'core'],
  react: ['core', 'widget'],
  vue: ['core', 'widget'],
  svelte: ['core', 'widget'],
  element: ['core', 'widget'],
  shims: ['core', 'widget'],
  faults: ['protocol', 'core', 'server', 'test-kit'],
};

/** Imports that may only be types: floor 2 goes through core's public face, shims take the widget they are given. */
const TYPES_ONLY = { widget: ['protocol', 'knowledge'], inbox: ['protocol'], shims: ['core', 'widget'] };

/** Packages without the DOM, Node or a clock. */
const PURE = ['content', 'protocol', 'knowledge', 'flow'];
const IMPURE =
  /(?<![\w.])(?:document|window|localStorage)\.\w|\bDate\.now\(|\bMath\.random\(|(?<![\w.])fetch\(|from 'node:/;
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<![:'])\/\/.*$/gm;

/** Source files of a package, tests left out. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test(-d)?\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name));
}

/** Imports that point up or sideways, and impure code on floor 0. */
export async function checkFloors() {
  const problems = [];
  for (const [name, allowed] of Object.entries(FLOORS)) {
    for (const file of sources(`${root}packages/${name}/src`)) {
      const text = readFileSync(file, 'utf8').replace(COMMENTS, '');
      const where = relative(root, file);
      for (const [line, typeOnly, target] of text.matchAll(
        /^(?:import|export)\s+(type\s+)?[^;]*?from\s+'@handrail\/([a-z-]+)/gm,
      )) {
        if (!allowed.includes(target))
          problems.push(`${where}: ${name} may import ${allowed.join(', ') || 'nothing'} of ours, got ${target}`);
        const onlyTypes = typeOnly || !/\{[^}]*\b(?!type\b)\w/.test(line.replace(/type\s+\w+/g, ''));
        if (TYPES_ONLY[name]?.includes(target) && !onlyTypes)
          problems.push(`${where}: expected only types from ${target}, got values`);
      }
      const inPure =
        PURE.includes(name) && !/\/(compile|check|html|validate|encode\/)/.test(where) && !where.includes('readHtml');
      if (inPure && IMPURE.test(text)) problems.push(`${where}: ${name} is pure; got ${IMPURE.exec(text)?.[0]}`);
    }
  }
  return problems;
}
