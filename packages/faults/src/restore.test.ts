import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rawClient, readLog } from './rawClient.js';
import { tell } from './tell.js';
import { pause, until } from './until.js';
import { openWorld } from './world.js';

test('a backup is put in place: everybody reads anew, what was never acknowledged is sent again', async () => {
  const backup = mkdtempSync(join(tmpdir(), 'handrail-backup-'));
  const world = await openWorld();
  const { server, proxy, people, agents, conversations, history } = world;
  const epochNow = async () => {
    const client = await rawClient(server.origin);
    const { epoch } = await client.hello(agents[0]?.token() ?? '');
    client.socket.terminate();
    return epoch;
  };
  const served = () => people.every(person => person.waiting() === 0);
  try {
    world.talk();
    await pause(500);
    await world.quiet();
    await until('the first messages', served);
    // As the documentation has it: stop, copy the folder, start.
    server.signal('SIGTERM');
    await server.ended();
    cpSync(server.data, backup, { recursive: true });
    await world.restart();
    world.wake();
    const before = await epochNow();
    world.talk();
    await world.recovered();
    await pause(500);
    await world.quiet();
    await until('the messages the backup does not hold', served);
    proxy.refuse();
    proxy.cut();
    for (const person of people) await person.write();
    await server.kill();
    await server.command('restore', backup);
    await world.restart();
    expect(await epochNow()).not.toBe(before);
    const kept = new Set<string>();
    for (const conversation of conversations)
      for (const { id } of await readLog(server.origin, agents[0]?.token() ?? '', conversation)) kept.add(id);
    history.restored(kept);
    proxy.heal();
    world.talk();
    const recovered = world.recovered();
    world.wake();
    const recoveries = await recovered;
    await world.quiet();
    for (const agent of agents) for (const conversation of conversations) agent.open(conversation);
    tell({ fault: 'an older backup is restored', rounds: 1, report: await world.judge(), recoveries });
  } finally {
    await world.remove();
    rmSync(backup, { recursive: true, force: true });
  }
});
