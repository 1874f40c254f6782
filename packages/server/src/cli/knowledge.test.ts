import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const HANDRAIL = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const OWN = fileURLToPath(new URL('../../../knowledge/dist/compile/cli.js', import.meta.url));
const EXPORT = fileURLToPath(new URL('../../../knowledge/src/compile/import/fixtures/zendesk', import.meta.url));

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const HELP = {
  'en/fees.md':
    '---\ntitle: Fees\nsummary: What it costs.\nquestions: [How much is it?]\n---\n\nFees are low, see [returns](returns.md).\n',
  'en/returns.md': '---\ntitle: Returning a bike\nsummary: How.\n---\n\nWithin thirty days.\n',
};

async function folderWith(files: Readonly<Record<string, string>> = HELP): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-knowledge-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'help', path)), { recursive: true });
    await writeFile(join(folder, 'help', path), text);
  }
  return folder;
}

function start(
  folder: string,
  args: readonly string[],
  bin = [HANDRAIL, 'knowledge'],
  env: Record<string, string> = {},
) {
  const child = spawn(process.execPath, [...bin, ...args], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  running.push(child);
  const seen = { out: '', error: '' };
  child.stdout.on('data', data => {
    seen.out += data;
  });
  child.stderr.on('data', data => {
    seen.error += data;
  });
  const code = new Promise<number | null>(resolve => child.on('close', resolve));
  return { child, seen, code };
}

async function run(folder: string, args: readonly string[], bin?: string[]) {
  const { seen, code } = start(folder, args, bin);
  return { code: await code, ...seen };
}

/** Waits for output to be as it should; the child tells of each piece. */
function until(child: ChildProcess, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (holds()) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.on('close', () => reject(new Error('ended before')));
    look();
  });
}

test('builds: a table for people, JSON for programs, the same from both commands', async () => {
  const folder = await folderWith();
  const table = await run(folder, ['build', 'help', '--out', 'a']);
  expect([table.code, table.error]).toEqual([0, '']);
  expect(table.out).toMatch(/^ {2}source +markdown\n {2}articles +2\n {2}languages +en 2\n/);
  const json = await run(folder, ['build', 'help', '--out', 'b', '--json'], [OWN]);
  expect(JSON.parse(json.out)).toMatchObject({
    kind: 'markdown',
    articles: 2,
    locales: { en: 2 },
    sections: 2,
    refused: 0,
    warnings: 0,
    problems: [],
    written: expect.any(Number),
    gzipBytes: expect.any(Number),
    milliseconds: expect.any(Number),
  });
  expect(await readdir(join(folder, 'a'), { recursive: true })).toEqual(
    await readdir(join(folder, 'b'), { recursive: true }),
  );
  expect(await run(folder, ['build', 'help', '--out', 'a', '--quiet'])).toEqual({ code: 0, out: '', error: '' });
});

test('one bad article stops nothing; --strict writes nothing', async () => {
  const folder = await folderWith({ ...HELP, 'en/bad.md': '---\ntitle: [\n---\n' });
  const { code, out } = await run(folder, ['build', 'help', '--out', 'a']);
  expect(code).toBe(0);
  expect(out).toMatch(/^en\/bad\.md:\d: error: broken front matter: .+\n/);
  expect(out).toMatch(/articles +2\n[\s\S]+refused +1\n[\s\S]+problems +broken front matter 1\n/);
  expect((await run(folder, ['build', 'help', '--out', 'b', '--strict'])).code).toBe(1);
  expect(await readdir(folder)).toEqual(['a', 'help']);
});

test.each([
  [
    'a folder without articles',
    {},
    ['build', '.', '--out', 'o'],
    3,
    '.: expected Markdown files (.md, .mdx, .markdown)',
  ],
  ['only broken articles', { 'a.md': 'x' }, ['build', 'help', '--out', 'o'], 1, 'got none that can be used'],
  [
    'no such folder',
    {},
    ['build', 'none', '--out', 'o'],
    2,
    'none: expected a folder of articles, the JSON export of a help desk or the address of a site, got nothing of this name',
  ],
  [
    'a file that is no export',
    { 'a.md': '# A' },
    ['build', 'help/a.md', '--out', 'o'],
    2,
    'help/a.md: expected a folder',
  ],
  ['no --out', HELP, ['build', 'help'], 2, 'build: expected --out FOLDER, got none'],
  ['a mistyped command', {}, ['chek'], 2, 'got "chek"; did you mean check?'],
  [
    'a mistyped option',
    {},
    ['check', 'help', '--extrenal'],
    2,
    'check: unknown option --extrenal; did you mean --external?',
  ],
  ['a mistyped kind', HELP, ['build', 'help', '--out', 'o', '--from', 'mkdoc'], 2, 'got "mkdoc"; did you mean mkdocs?'],
  [
    'a number that is none',
    HELP,
    ['check', 'help', '--similar', 'x'],
    2,
    '--similar: expected a number from 0.3 to 1, got "x"',
  ],
  [
    'no export',
    HELP,
    ['import', 'zendesk', 'none', '--out', 'o'],
    2,
    'none: expected the JSON export of zendesk, got nothing of this name',
  ],
  ['an unknown help desk', HELP, ['import', 'zendsk', 'x', '--out', 'o'], 2, 'got "zendsk"; did you mean zendesk?'],
  [
    'watching an address',
    HELP,
    ['build', 'https://a.example/', '--out', 'o', '--watch'],
    2,
    '--watch: expected a folder or a file',
  ],
])('%s', async (_, files, args, code, message) => {
  const found = await run(await folderWith(files), args);
  expect([found.code, found.error]).toEqual([code, expect.stringContaining(message)]);
  expect(found.error).not.toMatch(/\n\s+at /);
});

test('checks: findings, exit codes, JSON', async () => {
  const folder = await folderWith();
  expect(await run(folder, ['check', 'help', '--min-words', '1'])).toMatchObject({ code: 0, error: '' });
  const short = await run(folder, ['check', 'help']);
  expect(short.out).toContain('en/fees.md:1: warning: too short: expected 20 words or more, got 5\n');
  expect(short.out).toMatch(/\n {2}check +found {2}about\n {2}length +2 {2}articles too short or too long\n/);
  expect([short.code, (await run(folder, ['check', 'help', '--strict'])).code]).toEqual([0, 1]);
  await writeFile(join(folder, 'help/en/returns.md'), '# Returning\n\n[gone](gone.md)\n');
  const broken = await run(folder, ['check', 'help', '--json', '--skip', 'length', '--skip', 'summary']);
  expect(broken.code).toBe(1);
  expect(JSON.parse(broken.out)).toMatchObject({
    articles: 2,
    errors: 1,
    byCheck: { links: 1 },
    findings: [{ check: 'links', severity: 'error', where: 'en/returns.md', line: 3 }],
  });
});

test('tries a question on articles and on what was built of them', async () => {
  const folder = await folderWith();
  await run(folder, ['build', 'help', '--out', 'built']);
  const tried = await Promise.all(
    ['help', 'built'].map(source => run(folder, ['try', 'how much is it', source, '--json'])),
  );
  expect(tried[0]).toEqual(tried[1]);
  expect(JSON.parse(tried[0]?.out ?? '')).toMatchObject({
    band: 'answer',
    hits: [{ id: 'fees' }],
    matches: [{ id: 'fees' }],
  });
  const shown = await run(folder, ['try', 'returning a bike', 'help']);
  expect(shown.out).toMatch(
    /Search\n.*\n +1 {2}returns +[\d.]+ +[\d.]+ {2}returning [\d.]+, a [\d.]+, bike [\d.]+, title alike/,
  );
  expect(shown.out).toMatch(/Bot: .*\n.*\n +1 {2}returns\S* +[\d.]+ {2}[+-][\d.]+ against [+-][\d.]+ for none: /);
  expect(await run(folder, ['try', 'zeppelin', 'help'])).toMatchObject({
    code: 3,
    out: expect.stringContaining('Search finds nothing.'),
  });
});

test('imports an export, and builds what it imported', async () => {
  const folder = await folderWith();
  const imported = await run(folder, ['import', 'zendesk', EXPORT, '--out', 'mine', '--json']);
  expect([imported.code, JSON.parse(imported.out)]).toMatchObject([
    0,
    { vendor: 'zendesk', articles: 5, locales: { 'en-US': 4, de: 1 } },
  ]);
  const built = await run(folder, ['build', 'mine', '--out', 'a', '--json']);
  const direct = await run(folder, ['build', EXPORT, '--out', 'b', '--json']);
  expect(JSON.parse(built.out)).toMatchObject({ articles: 4, warnings: 0 });
  expect(JSON.parse(direct.out)).toMatchObject({ kind: 'zendesk', articles: 4 });
});

test('watches: builds again after a change, stops when told', async () => {
  const folder = await folderWith();
  const { child, seen, code } = start(folder, ['build', 'help', '--out', 'help/out', '--watch']);
  const built = (times: number) => () => seen.out.split('Watching; Ctrl+C stops.').length === times + 1;
  await until(child, built(1));
  await writeFile(join(folder, 'help/en/tyres.md'), '# Tyres\n\nRound.');
  await until(child, built(2));
  expect(seen.out).toMatch(/tyres\.md changed\n[\s\S]+articles +3\n/);
  await writeFile(join(folder, 'help/en/tyres.md'), '---\ntitle: [\n---\n');
  await until(child, built(3));
  expect(seen.out).toMatch(/tyres\.md:\d: error: broken front matter[\s\S]+articles +2\n/);
  child.kill('SIGINT');
  expect([await code, seen.error]).toEqual([0, '']);
});

test('watches for programs: one line of JSON a check', async () => {
  const folder = await folderWith();
  const { child, seen, code } = start(folder, ['check', 'help', '--watch', '--json']);
  await until(child, () => seen.out.split('\n').length === 2);
  await writeFile(join(folder, 'help/en/fees.md'), '# Fees');
  await until(child, () => seen.out.split('\n').length === 3);
  child.kill('SIGTERM');
  expect(await code).toBe(0);
  expect(
    seen.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).articles),
  ).toEqual([2, 2]);
});

const script = spawnSync('script', ['--version']).status === 0;
test.skipIf(!script)('colours at a terminal, none with NO_COLOR', async () => {
  const folder = await folderWith({ 'a.md': '# A\n\n[b](b.md)' });
  const command = `${process.execPath} ${OWN} check help`;
  const at = (env: Record<string, string>) =>
    spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: folder,
      env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
      encoding: 'utf8',
    }).stdout;
  expect(at({})).toContain('\u001b[31ma.md:3: error: broken link');
  // A slow run draws its bar by moving the cursor, with or without colours.
  const sequences = at({ NO_COLOR: '1' }).split('\u001b[').slice(1);
  expect(sequences.filter(sequence => /^[\d;]*m/.test(sequence))).toEqual([]);
  expect((await run(folder, ['check', 'help'])).out).not.toContain('\u001b[');
});

test('help of each command, and the schema of the site file', async () => {
  const folder = await folderWith();
  const all = await run(folder, ['--help']);
  expect([all.code, all.out]).toEqual([0, expect.stringContaining('handrail knowledge <command> [options]')]);
  const one = await run(folder, ['build', '--help'], [OWN]);
  expect(one.out).toMatch(/^handrail-knowledge build <source> \[options\]\n/);
  expect(JSON.parse((await run(folder, ['schema'])).out)).toMatchObject({
    properties: { staleAfterDays: { type: 'integer' } },
  });
  expect((await readFile(OWN, 'utf8')).startsWith('#!/usr/bin/env node')).toBe(true);
});
