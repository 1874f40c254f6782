import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const CONFIG = {
  port: 0,
  host: '127.0.0.1',
  sites: [{ id: 'demo', widget: { name: 'Demo' }, origins: [], knowledge: 'help' }],
  agents: [{ id: 'mina', name: 'Mina Holm', role: 'admin' }],
  docs: 'site',
  pages: 'help',
  limits: { drainMs: 1 },
};

async function folderWith(config: unknown = CONFIG): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-cli-'));
  await mkdir(join(folder, 'help'));
  await mkdir(join(folder, 'site'));
  await writeFile(join(folder, 'site/fees.html'), '<p>Fees are low.</p>');
  await writeFile(join(folder, 'help/fees.md'), '---\ntitle: Fees\n---\n\nFees are low.\n');
  await writeFile(join(folder, 'handrail.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return folder;
}

function start(folder: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  running.push(child);
  const seen = { out: '', error: '' };
  child.stdout.on('data', data => {
    seen.out += data;
  });
  child.stderr.on('data', data => {
    // Whether widget and inbox are built is no matter here.
    seen.error += String(data).replace(/.*npm run build.*\n/g, '');
  });
  const code = new Promise<number | null>(resolve => child.on('close', resolve));
  return { child, seen, code };
}

async function run(folder: string, args: readonly string[], env: Record<string, string> = {}) {
  const { seen, code } = start(folder, args, env);
  return { code: await code, ...seen };
}

async function until<T>(read: () => T | null | undefined): Promise<T> {
  for (let waited = 0; waited < 15_000; waited += 20) {
    const value = read();
    if (value !== null && value !== undefined) return value;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('waited for 15 s');
}

test('serves, signs in once, stops when told', async () => {
  const folder = await folderWith();
  const { child, seen, code } = start(folder, ['serve']);
  const base = await until(() => /Demo site {3}(http:\S+)\/\n/.exec(seen.out)?.[1]);
  expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ status: 'ok' });
  expect((await fetch(`${base}/k/demo/knowledge.json`)).status).toBe(200);
  expect(await (await fetch(`${base}/docs/fees`)).text()).toContain('Fees are low.');
  const [, link, signInCode] = /Inbox {7}(\S+#sign-in=(\S+))\n {16}signs in Mina Holm/.exec(seen.out) ?? [];
  expect(link).toBe(`${base}/inbox/#sign-in=${signInCode}`);
  const post = (given: string) =>
    fetch(`${base}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: given }),
    });
  expect(await (await post(String(signInCode))).json()).toMatchObject({ agent: { name: 'Mina Holm', role: 'admin' } });
  expect((await post(String(signInCode))).status).toBe(401);
  const another = await run(folder, ['sign-in', 'mina']);
  expect((await post(another.out.trim().split('=')[1] ?? '')).status).toBe(200);
  child.kill('SIGTERM');
  expect(await code).toBe(0);
  expect(seen.error).toBe('');
});

test('two starts on one port: the second says which and how to choose', async () => {
  const folder = await folderWith();
  const blocker = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => blocker.once('listening', resolve));
  const { port } = blocker.address() as { port: number };
  const { code, error, out } = await run(folder, ['serve'], { PORT: String(port) });
  blocker.close();
  expect([code, out]).toEqual([1, '']);
  expect(error).toBe(`handrail: port ${port} is in use. Choose another with PORT=${port + 1} or --port ${port + 1}.\n`);
});

test('a data folder that cannot be one', async () => {
  const folder = await folderWith();
  const { code, error } = await run(folder, ['serve', '--data', 'handrail.json/data']);
  expect(code).toBe(1);
  expect(error).toMatch(/^handrail: The data folder \S+handrail\.json\/data cannot be used: .+\n$/);
});

test('a database of a newer version', async () => {
  const folder = await folderWith();
  await run(folder, ['sign-in', 'mina']);
  const db = new DatabaseSync(join(folder, '.data/handrail.db'));
  db.exec('PRAGMA user_version = 9999');
  db.close();
  const { code, error } = await run(folder, ['serve']);
  expect(code).toBe(1);
  expect(error).toMatch(/^handrail: The database \S+ was written by a newer Handrail: .+\n$/);
});

test('broken settings: file, line and column, no stack', async () => {
  const { code, error } = await run(await folderWith('{ "port": }'), ['serve']);
  expect([code, error]).toEqual([1, 'handrail: handrail.json:1:11: no JSON: expected a value, got "}"\n']);
});

test('settings of the wrong shape, a path a line', async () => {
  const { code, error } = await run(await folderWith({ ...CONFIG, port: 'x', host: 7 }), ['check']);
  expect(code).toBe(1);
  expect(error.split('\n')).toEqual([
    'handrail: handrail.json: 2 settings cannot be used',
    '  /port: expected integer, got "x"',
    '  /host: expected string, got 7',
    '',
  ]);
});

test('begins: what init writes is served, with the widget in its page; nothing is written over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-cli-'));
  const { code, out } = await run(folder, ['init', 'mine']);
  expect(code).toBe(0);
  expect(out).toContain('cd mine && handrail serve');
  const mine = join(folder, 'mine');
  expect(await run(mine, ['check'])).toMatchObject({ code: 0, error: '' });
  const { child, seen, code: ended } = start(mine, ['serve', '--port', '0']);
  const base = await until(() => /Demo site {3}(http:\S+)\/\n/.exec(seen.out)?.[1]);
  expect(await (await fetch(`${base}/`)).text()).toContain('src="/w/shop.js"');
  expect((await fetch(`${base}/k/shop/knowledge.json`)).status).toBe(200);
  child.kill('SIGTERM');
  await ended;
  const again = await run(mine, ['init']);
  expect([again.code, again.error]).toEqual([1, expect.stringContaining('without handrail.json, help/refunds.md')]);
}, 30_000);

test('tells its version', async () => {
  const { out } = await run(tmpdir(), ['--version']);
  expect(out).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});

test('no settings file', async () => {
  const { code, error } = await run(await folderWith(), ['serve', '--config', 'other.json']);
  expect([code, error]).toEqual([1, 'handrail: other.json: there is no such file; `handrail init` writes one\n']);
});

test('checks, and starts nothing', async () => {
  const folder = await folderWith();
  expect(await run(folder, ['check'])).toMatchObject({
    code: 0,
    out: 'demo: 1 article\nhandrail.json: 1 site, 1 agent, no problems\n',
  });
  expect(await readdir(folder)).not.toContain('.data');
  await writeFile(join(folder, 'help/broken.md'), '---\ntitle: [\n---\n');
  const broken = await run(folder, ['check']);
  expect(broken.code).toBe(1);
  expect(broken.error).toMatch(/^demo: broken\.md:\d+: error: /);
});

test('restores a backup, and says where the old database is', async () => {
  const folder = await folderWith();
  await run(folder, ['sign-in', 'mina']);
  await rename(join(folder, '.data'), join(folder, 'backup'));
  await run(folder, ['sign-in', 'mina']);
  const { code, out } = await run(folder, ['restore', 'backup']);
  expect(code).toBe(0);
  expect(out).toMatch(/^Restored backup into \S+\.data\.\nThe database that was there is in \S+replaced-\S+\.\n$/);
  const wrong = await run(folder, ['restore', 'nowhere']);
  expect([wrong.code, wrong.error]).toEqual([1, expect.stringContaining('The backup nowhere does not exist')]);
});

test('an unknown agent, named beside those there are', async () => {
  const { code, error } = await run(await folderWith(), ['sign-in', 'nobody']);
  expect([code, error]).toEqual([1, 'handrail: No agent to sign in: expected one of mina, got nobody.\n']);
});

test('an unknown log level', async () => {
  const { code, error } = await run(await folderWith(), ['serve'], { HANDRAIL_LOG: 'loud' });
  expect(code).toBe(1);
  expect(error).toContain('HANDRAIL_LOG: expected one of silent, fatal, error, warn, info, debug, trace, got "loud"');
});

test.each([
  [[], 'expected a command, got none'],
  [['fly'], 'expected init, serve, check, sign-in, report, restore, flow or knowledge, got "fly"'],
  [['sign-in'], 'sign-in: expected the id of an agent, got none'],
  [['restore'], 'restore: expected a backup, got none'],
  [['report', '--to', '2026-01-31'], 'report: expected --from with a day such as 2026-01-31, got none'],
  [['report', '--from', '2026-01-01'], 'report: expected --to with a day such as 2026-01-31, got none'],
  [['serve', 'more'], 'serve: expected no more, got "more"'],
  [['serve', '--prot', '1'], "Unknown option '--prot'"],
])('wrong use: %j', async (args, message) => {
  const { code, error } = await run(await folderWith(), args);
  expect(code).toBe(2);
  expect(error).toContain(`handrail: ${message}\n\nhandrail <command>`);
});

test('helps', async () => {
  const { code, out } = await run(await folderWith(), ['--help']);
  expect([code, out]).toEqual([0, expect.stringContaining('sign-in <agent>')]);
});

test('reports the figures of a site, with their formulas or as JSON', async () => {
  const folder = await folderWith();
  const days = ['--from', '2026-01-01', '--to', '2026-01-31'];
  const told = await run(folder, ['report', ...days]);
  expect(told.code).toBe(0);
  expect(told.out).toContain('demo, 2026-01-01 to 2026-01-31 (UTC), 0 help sessions');
  expect(told.out).toMatch(/^Deflection +- +resolved by themselves \/ \(resolved by themselves \+ handoffs/m);
  const json = await run(folder, ['report', ...days, '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ site: 'demo', sessions: 0, figures: expect.any(Array) });
  const wrong = await run(folder, ['report', '--from', '2026-01-32', '--to', '2026-02-01']);
  expect([wrong.code, wrong.error]).toEqual([2, expect.stringContaining('expected --from to be a day such as')]);
  const moon = await run(folder, ['report', ...days, '--site', 'moon']);
  expect([moon.code, moon.error]).toEqual([
    1,
    expect.stringContaining('expected --site to be one of demo, got "moon"'),
  ]);
});
