import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOf } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { fastOrFull } from './mode.js';
import { strike } from './strike.js';
import { tellNote } from './tell.js';
import { pause } from './until.js';
import type { World } from './world.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** libfaketime of Debian's package `faketime`; `null` where it is not installed. */
const library = (() => {
  const folder = '/usr/lib';
  const found = existsSync(folder)
    ? readdirSync(folder).map(name => `${folder}/${name}/faketime/libfaketimeMT.so.1`)
    : [];
  return found.find(path => existsSync(path)) ?? null;
})();

test('the clock of the server jumps by a day, forth and back', async context => {
  if (library === null) {
    tellNote('clock by a day', 'not tried: libfaketime is not installed');
    return context.skip('libfaketime is not installed');
  }
  const folder = mkdtempSync(join(tmpdir(), 'handrail-clock-'));
  const file = join(folder, 'now');
  const jump = (days: number) => async (world: World) => {
    writeFileSync(file, days > 0 ? `+${days}d` : `${days}d`);
    await pause(1_500);
    const newest = Math.max(
      ...world.people.map(person => person.storedAt() - Date.now()).map(off => off * Math.sign(days)),
    );
    expect(newest).toBeGreaterThan(DAY_MS / 2);
  };
  writeFileSync(file, '+0');
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  try {
    await strike({
      name: 'clock by a day, forth and back',
      seed: seedOf(process.env, 4),
      rounds: fastOrFull(2, 6),
      faults: { forth: jump(1), back: jump(-1) },
      env,
      wakes: false,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
