import { randomFillSync } from 'node:crypto';
import { createIds } from '@handrail/protocol';
import { loadConfig } from '../config.js';
import { restoreDatabase } from '../store/sqlite/restoreDatabase.js';
import type { CliIo, ConfigArguments } from './cliIo.js';

/** `handrail restore <backup>`: puts a backup in place of a stopped server's database. The old one is kept beside it. */
export async function restore(
  backup: string,
  { config: file, port, data }: ConfigArguments,
  io: CliIo,
): Promise<number> {
  const config = await loadConfig(file, io.env, { port, data });
  const newEpoch = createIds({ now: Date.now, random: bytes => randomFillSync(bytes) })();
  const asideName = `replaced-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  const aside = restoreDatabase({ backup, folder: config.data, newEpoch, asideName });
  io.out(`Restored ${backup} into ${config.data}.\n`);
  if (aside !== null) io.out(`The database that was there is in ${aside}.\n`);
  return 0;
}
