import type { Conversation } from '@handrail/protocol';
import { type Action, possibleActions } from './actions.js';
import type { Inbox } from './InboxContext.js';

/**
 * Does something with a conversation, when it is possible now; answers whether it was. A refusal of the server stays in
 * the outbox, where `RefusedBar` shows it.
 */
export function runAction(
  { agent, places }: Pick<Inbox, 'agent' | 'places'>,
  record: Conversation,
  action: Action,
): boolean {
  const { first, second } = possibleActions(record, agent.$me.get()?.id ?? '');
  if (action !== first && !second.includes(action)) return false;
  start(agent, record.id, action).catch(() => {});
  const accepted = action === 'accept' || action === 'takeOver';
  if (accepted && places.$place.get().filter === 'unassigned') places.go({ filter: 'mine' });
  return true;
}

function start(agent: Inbox['agent'], id: string, action: Action): Promise<unknown> {
  switch (action) {
    case 'accept':
    case 'takeOver':
      return agent.take(id);
    case 'close':
      return agent.close(id);
    case 'reopen':
      return agent.reopen(id);
    case 'returnToBot':
      return agent.returnToBot(id);
  }
}
