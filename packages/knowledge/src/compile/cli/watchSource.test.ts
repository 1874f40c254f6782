import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchSource } from './watchSource.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'watch-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('runs at the start and after changes, what it writes itself left out, until it is stopped', async () => {
  await mkdir(join(dir, 'out'));
  const runs: string[][] = [];
  let stop = () => {};
  await watchSource({
    source: dir,
    ignore: [join(dir, 'out')],
    debounceMs: 20,
    onStop: listener => {
      stop = listener;
    },
    async run(changed) {
      runs.push(changed.map(path => path.slice(dir.length + 1)));
      await writeFile(join(dir, 'out/files.json'), String(runs.length));
      if (runs.length === 1) await writeFile(join(dir, 'a.md'), '# A');
      // A change while this runs waits for its turn.
      if (runs.length === 2) await writeFile(join(dir, 'b.md'), '# B');
      if (changed.some(path => path.endsWith('b.md'))) stop();
    },
  });
  // A new file may be told twice, when it appears and when it is written.
  const each = runs.map(String).filter((run, place, all) => run !== all[place - 1]);
  expect(each).toEqual(['', 'a.md', 'b.md']);
});

test('a run that fails ends it', async () => {
  const run = () => Promise.reject(new Error('no room'));
  await expect(watchSource({ source: dir, ignore: [], onStop() {}, run })).rejects.toThrow('no room');
});
