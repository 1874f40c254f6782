import type { Conversation } from '@handrail/protocol';
import { useInbox } from '../state/InboxContext.js';
import { isUnread } from '../state/lists.js';
import { visitorName } from '../state/naming.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Avatar } from './Avatar.js';
import { ScoreFace } from './ScoreFace.js';
import { Time } from './Time.js';
import { WaitingChip } from './WaitingChip.js';

/** One conversation of a list: who, the last words, since when, and what it waits for. */
export function ConversationRow(props: {
  record: Conversation;
  current: boolean;
  tabbable: boolean;
  showOwner: boolean;
  onOpen: () => void;
}) {
  const { record } = props;
  const { agent, $now } = useInbox();
  const text = useText();
  const now = useStore($now);
  const me = useStore(agent.$me)?.id;
  const unread = isUnread(record);
  const name = visitorName(record, text);
  return (
    <li>
      <button
        type="button"
        class={`row${unread ? ' unread' : ''}`}
        data-conversation={record.id}
        aria-current={props.current ? 'true' : undefined}
        tabIndex={props.tabbable ? 0 : -1}
        onClick={props.onOpen}
      >
        <Avatar id={record.visitor} name={record.name} />
        <span class="row-body">
          <span class="row-top">
            <bdi class="row-name">{name}</bdi>
            <Time at={record.preview?.at ?? record.updatedAt}>
              {text.shortTime(record.preview?.at ?? record.updatedAt, now)}
            </Time>
            {unread && <span class="dot" role="img" aria-label={text.t('unread')} />}
          </span>
          <span class="row-words" dir="auto">
            {lastWords(record, me, text)}
          </span>
          <span class="row-chips">
            <WaitingChip record={record} />
            {record.csat && <ScoreFace score={record.csat.score} />}
            {props.showOwner && record.assignee && record.owner === 'human' && (
              <span class="chip plain">
                {record.assignee.id === me ? text.t('youAnswer') : text.t('assignedTo', { name: record.assignee.name })}
              </span>
            )}
            {languageOf(record.locale) !== languageOf(text.language) && (
              <span class="chip plain">{text.languageName(record.locale)}</span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}

const languageOf = (tag: string) => tag.split('-')[0];

function lastWords(record: Conversation, me: string | undefined, text: ReturnType<typeof useText>): string {
  const { preview } = record;
  if (!preview) return record.subject;
  if (preview.sender.kind !== 'agent') return preview.text;
  if (preview.sender.id === me) return text.t('youSaid', { text: preview.text });
  return text.t('saidBy', { name: preview.sender.name ?? text.t('assistant'), text: preview.text });
}
