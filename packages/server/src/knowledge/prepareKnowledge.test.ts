import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { prepareKnowledge } from './prepareKnowledge.js';

const site = (id: string, knowledge?: string) => ({
  id,
  widget: { name: id },
  origins: [],
  ...(knowledge === undefined ? {} : { knowledge }),
});
const quiet = () => ({ info: vi.fn(), warn: vi.fn(), error: vi.fn() });

async function folders() {
  const root = await mkdtemp(join(tmpdir(), 'handrail-knowledge-'));
  await mkdir(join(root, 'help'));
  await writeFile(join(root, 'help/fees.md'), '---\ntitle: Fees\n---\n\nLow.\n');
  return { root, help: join(root, 'help'), data: join(root, 'data') };
}

test('compiles each site’s articles into the data folder; sites without articles have none', async () => {
  const { help, data } = await folders();
  const log = quiet();
  const made = await prepareKnowledge([site('a', help), site('b')], data, log);
  expect([...made]).toEqual([['a', join(data, 'knowledge/a')]]);
  expect(JSON.parse(await readFile(join(data, 'knowledge/a/knowledge.json'), 'utf8')).locales[0].articles).toBe(1);
  expect([log.warn.mock.calls, log.error.mock.calls]).toEqual([[], []]);
});

test('an article that cannot be read is one line in the log; the rest goes on', async () => {
  const { help, data } = await folders();
  await writeFile(join(help, 'broken.md'), '---\ntitle: [\n---\n');
  const log = quiet();
  const made = await prepareKnowledge([site('a', help)], data, log);
  expect(log.error.mock.calls).toEqual([[expect.stringMatching(/^a: broken\.md:\d+: error: /)]]);
  expect(made.has('a')).toBe(true);
});

test('a folder that cannot be read leaves the site without articles', async () => {
  const { root, data } = await folders();
  const log = quiet();
  const made = await prepareKnowledge([site('a', join(root, 'nowhere'))], data, log);
  expect(made.size).toBe(0);
  expect(log.error.mock.calls).toEqual([
    [expect.stringMatching(/^a: articles could not be compiled: .+ got nothing of this name$/)],
  ]);
});

test('a folder of compiled files is served as it is', async () => {
  const { root, data } = await folders();
  await mkdir(join(root, 'ready'));
  await writeFile(join(root, 'ready/knowledge.json'), '{}');
  expect([...(await prepareKnowledge([site('a', join(root, 'ready'))], data, quiet()))]).toEqual([
    ['a', join(root, 'ready')],
  ]);
});
