import type { Conversation } from '@handrail/protocol';
import { type Action, type Possible, possibleActions } from './actions.js';
import { useInbox } from './InboxContext.js';
import { runAction } from './runAction.js';
import { useStore } from './useStore.js';

/** What can be done with a conversation, and doing it. */
export function useActions(record: Conversation): { can: Possible; run: (action: Action) => void } {
  const inbox = useInbox();
  const me = useStore(inbox.agent.$me)?.id ?? '';
  return { can: possibleActions(record, me), run: action => runAction(inbox, record, action) };
}
