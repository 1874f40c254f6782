import type { ServerFrame } from '@handrail/protocol';
import type { AgentActor, VisitorActor } from '../access/who.js';
import type { Store } from '../store/store.js';

/** A heartbeat with the store's word on how far the log is. */
export type Beat = Extract<ServerFrame, { t: 'beat' }>;

/** `rev` for agents, `seqs` for visitors. */
export async function beatOf(
  store: Pick<Store, 'conversationsOf' | 'rev'>,
  { kind, site, id }: VisitorActor | AgentActor,
): Promise<Beat> {
  if (kind === 'agent') return { t: 'beat', rev: await store.rev(site) };
  const records = await store.conversationsOf(site, id);
  return { t: 'beat', seqs: Object.fromEntries(records.map(record => [record.id, record.lastSeq])) };
}
