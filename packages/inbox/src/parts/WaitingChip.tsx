import type { Conversation } from '@handrail/protocol';
import { useInbox } from '../state/InboxContext.js';
import { waitsSince } from '../state/lists.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';

/** Minutes after which a wait is worth a warning, and after which it is too long. */
const WARN_MS = 5 * 60_000;
const BAD_MS = 15 * 60_000;

/** How long somebody waits, in words that turn warn, then bad; or what it waits for. */
export function WaitingChip({ record }: { record: Conversation }) {
  const text = useText();
  const now = useStore(useInbox().$now);
  if (record.status === 'closed') return null;
  if (record.ownerReason === 'left_message' && record.owner === 'queue') {
    return <span class="chip">{text.t('leftMessage')}</span>;
  }
  const since = waitsSince(record);
  if (since === null) {
    return <span class="chip">{text.t(record.owner === 'bot' ? 'withBot' : 'waitingForCustomer')}</span>;
  }
  const waited = now - since;
  const time = text.duration(waited);
  const queued = record.owner === 'queue';
  const tone = waited >= BAD_MS ? 'bad' : waited >= WARN_MS ? 'warn' : 'good';
  return (
    <span class={`chip ${tone}`}>
      {time === null
        ? text.t(queued ? 'waitsMoment' : 'replyDueMoment')
        : text.t(queued ? 'waits' : 'replyDue', { time })}
    </span>
  );
}
