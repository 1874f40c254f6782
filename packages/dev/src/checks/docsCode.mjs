import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bin, root, run } from '../run.mjs';
import { fencedBlocks } from './fencedBlocks.mjs';

const folder = `${root}.reports/docs-code`;
const SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const IMPORT = /(?:from|import)\s*\(?'([^'.][^']*)'/g;
const ENDINGS = { js: 'js', jsx: 'jsx', ts: 'ts', tsx: 'tsx', html: 'js', vue: 'js', svelte: 'js' };

/**
 * Compiles every block of JavaScript and TypeScript, and the scripts in HTML, Vue and Svelte, against the packages' types.
 * What fragments may use is in `docsGlobals.d.ts`.
 */
export async function checkDocsCode(texts) {
  const files = new Map();
  for (const [path, text] of texts) for (const block of fencedBlocks(text)) addFiles(files, path, block);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, { code }] of files) writeFileSync(`${folder}/${name}`, code);
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(settings([...files.values()].map(({ code }) => code))));
  const { output } = await run(bin('tsc'), ['-p', folder, '--pretty', 'false'], { quiet: true, cwd: folder });
  return output.split('\n').flatMap(line => problem(line, files));
}

/** A block with several scripts becomes several files; lines before the code keep its place in the page. */
function addFiles(files, path, { lang, code, line }) {
  if (!(lang in ENDINGS)) return;
  const scripts =
    lang === ENDINGS[lang] || lang.endsWith('x')
      ? [{ code, line }]
      : [...code.matchAll(SCRIPT)].map(({ 1: script, index }) => ({
          code: script,
          line: line + code.slice(0, index + code.slice(index).indexOf('>') + 1).split('\n').length - 1,
        }));
  for (const script of scripts) {
    const code = lang === 'svelte' ? withStores(script.code) : script.code;
    const name = `${path.replace(/[^\w]+/g, '-')}-${script.line}.${ENDINGS[lang]}`;
    files.set(name, { path, line: script.line, code });
  }
}

/** In Svelte `$draft` is what the store `draft` holds. */
function withStores(code) {
  const names = new Set([...code.matchAll(/(?<![\w$])\$([a-z]\w*)(?!\w*\()/g)].map(([name]) => name));
  return `${code}\n${[...names].map(name => `var ${name};`).join(' ')}`;
}

function settings(codes) {
  return {
    extends: '../../tsconfig.base.json',
    compilerOptions: {
      noEmit: true,
      declaration: false,
      allowJs: true,
      checkJs: true,
      // Examples are JavaScript: parameters without types, and values that may be missing, are theirs to use.
      strict: false,
      noUncheckedIndexedAccess: false,
      noImplicitReturns: false,
      exactOptionalPropertyTypes: false,
      isolatedModules: false,
      moduleDetection: 'force',
      module: 'ESNext',
      moduleResolution: 'Bundler',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: ['node'],
      typeRoots: ['../../node_modules/@types'],
      jsx: 'react-jsx',
      paths: pathsOf(codes),
    },
    include: ['*', '../../packages/dev/src/checks/*.d.ts'],
  };
}

/** Where the imported packages are: no package of the workspace sees all of them. */
function pathsOf(codes) {
  const names = new Set(['@handrail/core', '@handrail/widget', 'react/jsx-runtime', 'vue']);
  for (const code of codes) for (const [, name] of code.matchAll(IMPORT)) names.add(name);
  const found = [...names].map(name => [name, name.startsWith('@handrail/') ? ownTypes(name) : otherTypes(name)]);
  return Object.fromEntries(found.filter(([, path]) => path !== null).map(([name, path]) => [name, [path]]));
}

function ownTypes(name) {
  const [, short, inside = ''] = /^@handrail\/([\w-]+)(?:\/(.+))?$/.exec(name) ?? [];
  const manifest = `${root}packages/${short}/package.json`;
  if (!existsSync(manifest)) return null;
  const entry = JSON.parse(readFileSync(manifest, 'utf8')).exports?.[inside === '' ? '.' : `./${inside}`];
  return entry?.types ? `${root}packages/${short}/${entry.types}` : null;
}

function otherTypes(name) {
  const homes = readdirSync(`${root}packages`).map(each => `${root}packages/${each}/node_modules`);
  const found = homes.flatMap(home => [`${home}/@types/${name}`, `${home}/${name}`]);
  return found.find(path => existsSync(path) || existsSync(`${path}.d.ts`)) ?? null;
}

function problem(line, files) {
  const [, name, at, message] = /^(?:.*\/)?([\w.-]+)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
  if (name === undefined) return line.startsWith('error ') ? [`docs code: ${line}`] : [];
  const file = files.get(name);
  if (file === undefined) return [`docs code: ${line}`];
  return [`${file.path}:${file.line + Number(at) - 1}: ${message}`];
}
