import type { MessageItem } from '@handrail/core';
import type { Words } from '../../text/words.js';
import { usePanel } from '../panelContext.js';
import { useLanguage } from '../useLanguage.js';
import { useLazy } from '../useLazy.js';
import type { TalkViews } from '../views/talkViews.js';
import { PersonAvatar } from './Avatar.js';
import { Icon, type IconName } from './Icon.js';
import { Prose } from './Prose.js';

const GLYPHS: Readonly<Record<MessageItem['state'], IconName | null>> = {
  waiting: 'clock',
  sending: null,
  sent: 'check',
  delivered: 'checks',
  read: null,
  refused: 'warning',
};

/** The customer's own message, and how far it has got. */
export function MyMessage({ item, talk }: { item: MessageItem; talk: TalkViews | null }) {
  const { client, words } = usePanel();
  const language = useLanguage(item.text);
  // In the page nothing is sent anywhere, so there is nothing to say about it.
  const local = item.seq === undefined && item.state === 'sent';
  const glyph = GLYPHS[item.state];
  return (
    <div class={`item mine ${item.state}`}>
      {item.text ? (
        <div class="bubble" dir="auto" lang={language}>
          {talk ? <talk.Linked text={item.text} /> : item.text}
        </div>
      ) : null}
      <Files item={item} />
      {local ? null : (
        <p class={`meta state ${item.state}`}>
          {glyph ? <Icon name={glyph} /> : null}
          {stateText(words, item)}
          {item.state === 'refused' ? (
            <button type="button" onClick={() => void client.retry(item.id)}>
              {words('tryAgain')}
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}

/** How far a message of the customer has got, in words. */
export function stateText(words: Words, item: MessageItem): string {
  const time = words.time(item.at);
  switch (item.state) {
    case 'waiting':
      return words('stateWaiting');
    case 'sending':
      return words('stateSending');
    case 'sent':
      return words('stateSent', { time });
    case 'delivered':
      return words('stateDelivered', { time });
    case 'read':
      return words('stateRead', { time });
    case 'refused':
      return words('stateRefused', { reason: reasonText(words, item.error) });
  }
}

function reasonText(words: Words, error: MessageItem['error']): string {
  if (error?.code === 'file_refused') return words('fileRefused');
  if (error?.code === 'unknown_file') return words('fileGone');
  return error?.message ?? '';
}

/** Files are drawn by a file of their own. */
function Files({ item }: { item: MessageItem }) {
  const views = useLazy(item.files !== undefined, usePanel().lazy.files);
  return item.files && views ? <views.MessageFiles item={item} /> : null;
}

/** A person's message. */
export function TheirMessage({ item, talk }: { item: MessageItem; talk: TalkViews | null }) {
  const name = item.name ?? '';
  const language = useLanguage(item.text);
  return (
    <div class="item theirs">
      <PersonAvatar name={name} small />
      <div class="said">
        <span class="sr">{name}: </span>
        {item.text ? (
          <div class="bubble" dir="auto" lang={language}>
            {item.tree ? <Prose tree={item.tree} images="link" /> : item.text}
          </div>
        ) : null}
        <Files item={item} />
        {talk ? <talk.Amended item={item} /> : null}
      </div>
    </div>
  );
}

/** Three dots; the only thing in the panel that moves by itself. */
export function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
