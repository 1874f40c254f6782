import { randomFillSync } from 'node:crypto';
import { createIds } from '@handrail/protocol';
import { createGrants } from '../access/grants.js';
import { loadConfig } from '../config.js';
import { createSqliteStore } from '../store/sqlite/createSqliteStore.js';
import { inboxLink, localAddress } from './addresses.js';
import type { CliIo, ConfigArguments } from './cliIo.js';

/** `handrail sign-in <agent>`: prints a link that works once, for a day. The server may run or not. */
export async function signIn(agent: string, { config: file, port, data }: ConfigArguments, io: CliIo): Promise<number> {
  const config = await loadConfig(file, io.env, { port, data });
  const random = (bytes: Uint8Array) => randomFillSync(bytes);
  const newId = createIds({ now: Date.now, random });
  const store = await createSqliteStore({ folder: config.data, newEpoch: newId(), now: Date.now });
  try {
    const agents = new Map(config.agents.map(one => [one.id, one]));
    const code = await createGrants({ store, agents, newId, random, now: Date.now }).signInCode(agent);
    const base = config.publicUrl ?? localAddress(config.host, config.port);
    io.out(`${inboxLink(base, code)}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
