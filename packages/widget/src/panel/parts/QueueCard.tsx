import type { NoticeItem, TimelineItem } from '@handrail/core';
import { useState } from 'preact/hooks';
import type { Words } from '../../text/words.js';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import { readWaitsOn, writeWaitsOn } from '../waitsOn.js';

/** What says last whether the customer waits for a person or for a reply. */
const ENDS_WAIT: readonly NoticeItem['notice'][] = ['queued', 'agent_gone', 'left_message'];

/** The handoff as a rail of three steps: asked, in the queue, somebody joins. */
export function QueueCard({ items }: { items: readonly TimelineItem[] }) {
  const { client, words } = usePanel();
  const queue = useStore(client.$queue);
  const availability = useStore(client.$availability);
  const asked = items.findLast(item => item.kind === 'notice' && item.notice === 'queued');
  const last = items.findLast(item => item.kind === 'notice' && ENDS_WAIT.includes(item.notice));
  if (last?.kind === 'notice' && last.notice === 'left_message') return null;
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
      <Choices items={items} />
    </>
  );
}

/** What can be done instead of waiting; asked by the server once in a while. */
function Choices({ items }: { items: readonly TimelineItem[] }) {
  const { client, words } = usePanel();
  const [answered, setAnswered] = useState(readWaitsOn);
  const waitOn = (id: string) => {
    writeWaitsOn(id);
    setAnswered(id);
  };
  const last = items.findLast(item => item.kind === 'notice' && ASKS.includes(item.notice));
  const question = last?.kind === 'notice' && last.notice === 'long_wait' && last.id !== answered ? last : null;
  return (
    <>
      {question ? <p class="queue-question">{words('longWait')}</p> : null}
      <fieldset class="queue-actions" aria-label={words(question ? 'longWait' : 'waitingForPerson')}>
        {question ? (
          <button type="button" class="button primary small" onClick={() => waitOn(question.id)}>
            {words('keepWaiting')}
          </button>
        ) : null}
        <button type="button" class="button second small" onClick={() => void client.openContact().catch(() => {})}>
          {words(question ? 'leaveMessage' : 'leaveInstead')}
        </button>
        <button type="button" class="button text small" onClick={() => void client.stopWaiting().catch(() => {})}>
          {words('stopWaiting')}
        </button>
      </fieldset>
    </>
  );
}

/** A question counts until the customer waits anew. */
const ASKS: readonly NoticeItem['notice'][] = ['queued', 'agent_gone', 'long_wait'];

/** A range, or one number when there is nothing between. */
function waitText(words: Words, { min, max }: { min: number; max: number }): string {
  return max > Math.max(1, min)
    ? words('waitRange', { min: Math.max(1, min), max })
    : words.many('waitShort', Math.max(1, max));
}
