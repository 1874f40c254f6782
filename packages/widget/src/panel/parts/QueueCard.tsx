import type { TimelineItem } from '@handrail/core';
import type { Words } from '../../text/words.js';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';

/** The handoff as a rail of three steps: asked, in the queue, somebody joins. */
export function QueueCard({ items }: { items: readonly TimelineItem[] }) {
  const { client, words } = usePanel();
  const queue = useStore(client.$queue);
  const availability = useStore(client.$availability);
  const asked = items.findLast(item => item.kind === 'notice' && item.notice === 'queued');
  const leftMessage = items.some(item => item.kind === 'notice' && item.notice === 'left_message');
  if (leftMessage && !asked) return null;
  const wait = queue?.wait ?? availability?.wait;
  const names = availability?.agents?.map(agent => agent.name) ?? [];
  return (
    <>
      <section class="queue-card" aria-label={words('waitingForPerson')}>
        <h2>{queue ? words('queueNumber', { count: queue.position }) : words('queueSoon')}</h2>
        <p class="meta">{wait ? waitText(words, wait) : queue ? words('queueSoon') : ''}</p>
        <ol class="rail">
          <li class="done">
            <b>{words('asked')}</b>
            <span class="meta">{asked ? words.time(asked.at) : ''}</span>
          </li>
          <li class="now" aria-current="step">
            <b>{words('inQueue')}</b>
            <span class="meta">{queue ? words.many('before', queue.position - 1) : ''}</span>
          </li>
          <li>
            <b>{words('someoneJoins')}</b>
            <span class="meta">
              {names.length > 0 ? words.many('answeringNow', names.length, { names: words.list(names) }) : ''}
            </span>
          </li>
        </ol>
      </section>
      <p class="queue-note">{words('seesStory')}</p>
      <div class="queue-actions">
        <button type="button" class="button second small" onClick={() => void client.openContact().catch(() => {})}>
          {words('leaveInstead')}
        </button>
        <button type="button" class="button text small" onClick={() => void client.stopWaiting().catch(() => {})}>
          {words('stopWaiting')}
        </button>
      </div>
    </>
  );
}

/** A range, or one number when there is nothing between. */
function waitText(words: Words, { min, max }: { min: number; max: number }): string {
  return max > Math.max(1, min)
    ? words('waitRange', { min: Math.max(1, min), max })
    : words.many('waitShort', Math.max(1, max));
}
