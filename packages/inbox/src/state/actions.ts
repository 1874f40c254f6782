import type { Conversation } from '@handrail/protocol';

/** What an agent can do with a conversation as a whole. */
export type Action = 'accept' | 'takeOver' | 'close' | 'reopen' | 'returnToBot';

/** What can be done now: one primary thing, and the others. */
export interface Possible {
  readonly first: Action | null;
  readonly second: readonly Action[];
}

/** The actions that fit the state; the server has the last word. */
export function possibleActions(record: Conversation, me: string): Possible {
  if (record.status === 'closed') return { first: 'reopen', second: [] };
  if (record.owner === 'queue') return { first: 'accept', second: ['returnToBot', 'close'] };
  if (record.owner === 'bot') return { first: 'takeOver', second: ['close'] };
  if (record.assignee?.id === me) return { first: 'close', second: ['returnToBot'] };
  return { first: null, second: ['returnToBot', 'close'] };
}
