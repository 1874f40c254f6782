import type { Thread } from '@handrail/core';
import { useEffect } from 'preact/hooks';
import { Composer } from '../parts/Composer.js';
import { ConversationHeader } from '../parts/ConversationHeader.js';
import { DueBar } from '../parts/DueChip.js';
import { EmptyState } from '../parts/EmptyState.js';
import { Lines } from '../parts/Lines.js';
import { RefusedBar } from '../parts/RefusedBar.js';
import type { Mode } from '../state/drafts.js';
import { useInbox } from '../state/InboxContext.js';
import { useActions } from '../state/useActions.js';
import { useLater } from '../state/useLater.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';

/** The conversation on screen: who, what was said, and where to write. */
export function Conversation({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }) {
  const { agent, places, preferences } = useInbox();
  const text = useText();
  const id = useStore(places.$place).conversation;
  const { keys: characters } = useStore(preferences.$preferences);
  const thread = useStore(agent.$thread);
  const ready = id !== null && thread?.id === id && thread.record !== null && thread.events.length > 0;
  const slow = useLater(!ready, 300);
  useEffect(() => {
    if (id !== null) agent.open(id);
  }, [id, agent]);
  useReading(ready ? thread : null);

  if (id === null) {
    return (
      <section class="conversation none" aria-label={text.t('conversation')}>
        <EmptyState icon="open" title={text.t('pick')} hint={characters ? text.t('pickHint') : undefined} />
      </section>
    );
  }
  return (
    <section class="conversation" aria-label={text.t('conversation')}>
      {thread?.record && <ConversationHeader record={thread.record} />}
      {thread?.record && <DueBar record={thread.record} />}
      {ready ? (
        <Open thread={thread} mode={mode} onMode={onMode} />
      ) : (
        <p class="loading">{slow && text.t('loadingOne')}</p>
      )}
    </section>
  );
}

function Open({ thread, mode, onMode }: { thread: Thread; mode: Mode; onMode: (mode: Mode) => void }) {
  const { record } = thread;
  if (!record) return null;
  return (
    <>
      <Lines thread={thread} key={thread.id} />
      <RefusedBar conversation={thread.id} />
      {record.status === 'closed' ? (
        <ClosedBar record={record} />
      ) : (
        <Composer key={thread.id} record={record} mode={mode} onMode={onMode} />
      )}
    </>
  );
}

function ClosedBar({ record }: { record: NonNullable<Thread['record']> }) {
  const text = useText();
  const { run } = useActions(record);
  return (
    <div class="closed-bar">
      <span>{text.t('closedBar')}</span>
      <button type="button" class="button" onClick={() => run('reopen')}>
        {text.t('reopen')}
      </button>
    </div>
  );
}

/** What is on a visible screen counts as read, unless a colleague answers there: the customer is told by this mark. */
function useReading(thread: Thread | null) {
  const { agent } = useInbox();
  const me = useStore(agent.$me)?.id;
  const online = useStore(agent.$connection).state === 'online';
  const id = thread?.id;
  const length = thread?.events.length ?? 0;
  const colleagues = thread?.record?.owner === 'human' && thread.record.assignee?.id !== me;
  useEffect(() => {
    if (id === undefined || colleagues || !online) return;
    const look = () => {
      if (document.visibilityState === 'visible') agent.markRead(id);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [id, length, colleagues, online, agent]);
}
