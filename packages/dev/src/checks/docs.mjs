import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { slugify } from '../../../../docs/.vitepress/slugify.mjs';
import { makeBlocks } from '../docsBlocks.mjs';
import { blockNames, docFiles, readDoc, withBlocks } from '../docsFiles.mjs';
import { root } from '../run.mjs';
import { checkDocsJson } from './docsJson.mjs';
import { checkDocsSite } from './docsSite.mjs';

/** What is wrong with the documentation, one line each: tables, links, examples, dependencies, decisions, headings. */
export async function checkDocs() {
  const texts = new Map(docFiles().map(path => [path, readOr(path)]));
  const missing = [...texts].filter(([, text]) => text === null).map(([path]) => `${path}: expected a file, got none`);
  for (const [path, text] of texts) if (text === null) texts.delete(path);
  return [
    ...missing,
    ...(await checkBlocks(texts)),
    ...[...texts].flatMap(([path, text]) => checkLinks(path, text)),
    ...(await checkDocsJson(texts)),
    ...checkDependencies(texts),
    ...checkDecisions(texts),
    ...(await checkHeadings(texts)),
    ...(await checkDocsSite(texts)),
  ];
}

function readOr(path) {
  return existsSync(`${root}${path}`) ? readDoc(path) : null;
}

async function checkBlocks(texts) {
  try {
    const blocks = await makeBlocks();
    const used = new Set([...texts.values()].flatMap(blockNames));
    const unused = [...blocks.keys()]
      .filter(name => !used.has(name))
      .map(name => `docs: no page holds the block ${name}`);
    const old = [...texts].filter(([, text]) => withBlocks(text, blocks) !== text);
    return [...unused, ...old.map(([path]) => `${path}: a generated table is out of date; run: npm run docs`)];
  } catch (error) {
    return [`docs: ${error.message}`];
  }
}

const FENCE = /^(```|~~~)[^\n]*\n[\s\S]*?^\1[ \t]*$/gm;
const LINK = /!?\[[^\]]*\]\(([^)\s]+)\)/g;

function checkLinks(path, text) {
  const problems = [];
  const prose = text.replace(FENCE, '').replace(/`[^`\n]*`/g, '');
  for (const [, href] of prose.matchAll(LINK)) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
      if (!URL.canParse(href)) problems.push(`${path}: ${href} is no address`);
      continue;
    }
    const [file, anchor] = href.split('#');
    const target = file === '' ? path : posix.normalize(posix.join(dirname(path), file));
    if (path.startsWith('docs/') && !target.startsWith('docs/')) {
      problems.push(`${path}: ${href} leaves docs/, which is all the site has`);
    } else if (!existsSync(`${root}${target}`)) problems.push(`${path}: broken link, nothing is at ${target}`);
    else if (anchor !== undefined && target.endsWith('.md') && !hasAnchor(readDoc(target), anchor)) {
      problems.push(`${path}: broken link, ${target} has no heading #${anchor}`);
    }
  }
  return problems;
}

const headings = text => [...text.replace(FENCE, '').matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, title]) => title);

/** Whether a heading has the anchor, the second of a name with a number behind it. */
function hasAnchor(text, anchor) {
  const seen = new Map();
  return headings(text).some(title => {
    const slug = slugify(title);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return (times === 0 ? slug : `${slug}-${times}`) === anchor;
  });
}

/** Every direct dependency stands in decision 0002 with the packages that use it, and nothing else does. */
function checkDependencies(texts) {
  const [path, text] = [...texts].find(([name]) => name.startsWith('docs/decisions/0002-')) ?? [];
  if (text === undefined) return ['docs/decisions/0002-…: expected the list of dependencies, got no file'];
  const told = new Map(
    [...text.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, name, where]) => [name, where.trim()]),
  );
  const used = new Map();
  for (const [where, manifest] of manifests()) {
    const { dependencies, devDependencies, peerDependencies, optionalDependencies } = manifest;
    for (const name of Object.keys({
      ...dependencies,
      ...devDependencies,
      ...peerDependencies,
      ...optionalDependencies,
    })) {
      if (!name.startsWith('@handrail/')) used.set(name, [...(used.get(name) ?? []), where]);
    }
  }
  const problems = [...told.keys()]
    .filter(name => !used.has(name))
    .map(name => `${path}: ${name} is no dependency any more`);
  for (const [name, users] of used) {
    const expected = users.join(', ');
    if (!told.has(name)) problems.push(`${path}: ${name} is missing (used by ${expected})`);
    else if (told.get(name) !== expected)
      problems.push(`${path}: ${name}: expected "${expected}", got "${told.get(name)}"`);
  }
  return problems;
}

function manifests() {
  const read = path => JSON.parse(readFileSync(`${root}${path}/package.json`, 'utf8'));
  const below = (folder, before = '') =>
    readdirSync(`${root}${folder}`)
      .filter(name => existsSync(`${root}${folder}/${name}/package.json`))
      .map(name => [before + name, read(`${folder}/${name}`)]);
  return [['root', read('.')], ['docs', read('docs')], ...below('packages'), ...below('examples', 'examples/')];
}

function checkDecisions(texts) {
  return [...texts]
    .filter(([path]) => path.startsWith('docs/decisions/'))
    .flatMap(([path, text]) => [
      ...(/\/\d{4}-[a-z0-9-]+\.md$/.test(path) ? [] : [`${path}: expected a name like 0001-what-was-decided.md`]),
      ...(/^Date: \d{4}-\d{2}-\d{2}$/m.test(text) ? [] : [`${path}: expected a line "Date: YYYY-MM-DD", got none`]),
    ]);
}

/** Each code and each state of a connection has a heading of its own; below a code stand its cause and its cure. */
async function checkHeadings(texts) {
  const { ERROR_CODES } = await import(pathToFileURL(`${root}packages/protocol/dist/errorCodes.js`).href);
  const { CLOSE_CODES } = await import(pathToFileURL(`${root}packages/protocol/dist/closeCodes.js`).href);
  const session = readFileSync(`${root}packages/core/src/session.ts`, 'utf8');
  const states = [...session.matchAll(/readonly state: '(\w+)'/g)].map(([, state]) => state);
  const closes = Object.entries(CLOSE_CODES).map(([code, { name }]) => `${code} ${name}`);
  const codes = [...Object.keys(ERROR_CODES), ...closes];
  const page = texts.get('docs/errors.md') ?? '';
  const titles = new Set(headings(page).map(title => title.replace(/`/g, '')));
  const below = new Map(page.split(/^### /m).map(section => [section.split('\n', 1)[0], section]));
  const lacks = codes.flatMap(name =>
    ['**Why:**', '**What to do:**']
      .filter(part => titles.has(name) && !below.get(name)?.includes(part))
      .map(part => [name, part]),
  );
  return [
    ...[...codes, ...states]
      .filter(name => !titles.has(name))
      .map(name => `docs/errors.md: expected a heading "${name}", got none`),
    ...lacks.map(([name, part]) => `docs/errors.md: expected "${part}" below "${name}", got none`),
  ];
}
