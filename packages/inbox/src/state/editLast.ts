import type { Inbox } from './InboxContext.js';

/** Begins to word the agent's newest message of the conversation on screen anew; answers whether there is one. */
export function editLast({ agent, $editing }: Pick<Inbox, 'agent' | '$editing'>): boolean {
  const thread = agent.$thread.get();
  const me = agent.$me.get()?.id;
  const last = thread?.events.findLast(
    event => event.kind === 'message' && event.sender.kind === 'agent' && event.sender.id === me && !event.body.deleted,
  );
  if (!last || thread?.record?.status !== 'open') return false;
  $editing.set(last.id);
  return true;
}
