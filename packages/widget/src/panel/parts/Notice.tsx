import type { NoticeItem } from '@handrail/core';
import type { ComponentChildren } from 'preact';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import { Icon } from './Icon.js';
import { noticeWords } from './noticeWords.js';

/** Something that happened between messages. */
export function Notice({ item }: { item: NoticeItem }) {
  const { words } = usePanel();
  switch (item.notice) {
    case 'joined':
      return <Joined item={item} />;
    case 'left_message':
      return <LeftMessage item={item} />;
    case 'closed':
      return <Line>{words('ended', { time: words.time(item.at) })}</Line>;
    case 'left_queue':
      return <Line>{words('leftQueue')}</Line>;
    case 'returned':
      return <Line>{words('returned')}</Line>;
    case 'reopened':
      return <Line>{words('reopened')}</Line>;
    case 'agent_gone':
    case 'still_with_you':
    case 'still_there':
      return <Line>{noticeWords(item, words)}</Line>;
    default:
      return null;
  }
}

function Line({ children }: { children: ComponentChildren }) {
  return <p class="meta notice item">{children}</p>;
}

/** The finished rail: asked, waited, joined. */
function Joined({ item }: { item: NoticeItem }) {
  const { client, words } = usePanel();
  const items = useStore(client.$messages);
  const place = items.findIndex(one => one.id === item.id);
  const asked = items.slice(0, place).findLast(one => one.kind === 'notice' && one.notice === 'queued');
  const name = item.name ? words('joined', { name: item.name }) : words('joinedUnknown');
  return (
    <ol class="rail item">
      {asked ? (
        <li class="done">
          <b>{words('asked')}</b>
          <span class="meta">{words.time(asked.at)}</span>
        </li>
      ) : null}
      <li class="done now-name">
        <b>{name}</b>
        <span class="meta">{words.time(item.at)}</span>
      </li>
    </ol>
  );
}

/** A message left with the contact form, as it was sent. */
function LeftMessage({ item }: { item: NoticeItem }) {
  const { client, words } = usePanel();
  const { contact, error } = item;
  return (
    <div class="left item">
      <p class="meta">
        {words('leftMessage')} · {item.waiting && !error ? words('stateWaiting') : words.time(item.at)}
      </p>
      {error ? (
        <p class="meta state refused">
          <Icon name="warning" />
          {words('stateRefused', { reason: error.message })}
          <button type="button" onClick={() => void client.retry(item.id).catch(() => {})}>
            {words('tryAgain')}
          </button>
        </p>
      ) : null}
      <p dir="auto">{contact?.text}</p>
      <p class="meta">
        <bdi>{contact?.email}</bdi>
        {contact?.order ? (
          <>
            {' · '}
            <bdi>{contact.order}</bdi>
          </>
        ) : null}
      </p>
    </div>
  );
}
