import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOf } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { fastOrFull } from './mode.js';
import { strike } from './strike.js';
import { tellNote } from './tell.js';
import { pause } from './until.js';
import type { World } from './world.js';

const seed = seedOf(process.env, 6);
const runs = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

test('the disk is full for a while', async context => {
  const data = mkdtempSync(join(tmpdir(), 'handrail-disk-'));
  const size = (mib: number, ...more: string[]) =>
    runs('mount', '-t', 'tmpfs', '-o', [...more, `size=${mib}m`].join(), 'tmpfs', data);
  if (process.platform !== 'linux' || !size(64)) {
    rmSync(data, { recursive: true });
    tellNote('full disk', 'not tried: a tmpfs can only be mounted by root on Linux');
    return context.skip('a tmpfs cannot be mounted');
  }
  try {
    await strike({
      name: 'full disk',
      seed,
      rounds: fastOrFull(1, 5),
      faults: {
        full: async world => {
          const filler = join(data, 'filler');
          // The shell's exit code says that nothing more fits, which is the point.
          spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], { stdio: 'ignore' });
          await pause(2_000);
          expect(wereRefused(world)).toBe(true);
          rmSync(filler);
        },
      },
      data,
      wakes: false,
    });
  } finally {
    runs('umount', data);
    rmSync(data, { recursive: true, force: true });
  }
});

test('the disk fails to sync: the server stops acknowledging until it is started again', async context => {
  if (!runs('strace', '-e', 'trace=none', 'true')) {
    tellNote('failing fsync', 'not tried: strace is not installed, or may not trace');
    return context.skip('strace cannot be used');
  }
  await strike({
    name: 'failing fsync, then a new start',
    seed,
    rounds: fastOrFull(1, 5),
    faults: {
      fail: async (world: World) => {
        const tracer = await failSyncs(world.server.pid);
        await pause(1_000);
        expect(wereRefused(world)).toBe(true);
        tracer.kill('SIGINT');
        await once(tracer, 'exit');
        await world.server.kill();
        await world.restart();
      },
    },
  });
});

/** Whether the fault reached the server at all: it refuses writes, and says so. */
const wereRefused = ({ people }: World) => people.some(person => person.refusals().has('read_only'));

/** From its resolution on every sync of the process fails. */
async function failSyncs(pid: number): Promise<ChildProcess> {
  const inject = ['-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO'];
  const tracer = spawn('strace', ['-f', '-p', String(pid), ...inject], { stdio: ['ignore', 'ignore', 'pipe'] });
  await once(tracer.stderr as NodeJS.ReadableStream, 'data');
  return tracer;
}
