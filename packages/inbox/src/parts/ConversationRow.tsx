import type { Conversation } from '@handrail/protocol';
import { useInbox } from '../state/InboxContext.js';
import { isUnread } from '../state/lists.js';
import { knownName, visitorName } from '../state/naming.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Avatar } from './Avatar.js';
import { DueChip, MeantForChip, TeamChip } from './DueChip.js';
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
  const unread = isUnread(record, me ?? '');
  const name = visitorName(record, text);
  const { due } = useStore(agent.$desk).get(record.id) ?? {};
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
        <Avatar id={record.visitor} name={knownName(record)} />
        <span class="row-body">
          <span class="row-top">
            <span class="row-name">
              <bdi>{name}</bdi>
            </span>
            <Time at={record.preview?.at ?? record.updatedAt}>
              {text.shortTime(record.preview?.at ?? record.updatedAt, now)}
            </Time>
            {unread && <span class="dot" role="img" aria-label={text.t('unread')} />}
          </span>
          <LastWords record={record} me={me} />
          <span class="row-chips">
            {due ? <DueChip record={record} /> : <WaitingChip record={record} />}
            <MeantForChip record={record} />
            <TeamChip record={record} />
            {record.csat && <ScoreFace score={record.csat.score} />}
            {props.showOwner && record.assignee && record.owner === 'human' && (
              <span class="chip plain">
                {record.assignee.id === me ? text.t('youAnswer') : text.t('assignedTo', { name: record.assignee.name })}
              </span>
            )}
            <TagChips record={record} />
            {languageOf(record.locale) !== languageOf(text.language) && (
              <span class="chip plain" title={text.languageName(record.locale)}>
                {ownLanguageName(record.locale)}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}

/** Tags a row shows; the others are a number. */
const SHOWN = 3;

function TagChips({ record }: { record: Conversation }) {
  const text = useText();
  const { tags = [] } = record;
  const rest = tags.length - SHOWN;
  return (
    <>
      {tags.slice(0, SHOWN).map(tag => (
        <span key={tag} class="chip plain tag" dir="auto">
          {tag}
        </span>
      ))}
      {rest > 0 && (
        <span class="chip plain" title={tags.slice(SHOWN).join(', ')}>
          <bdi dir="ltr">+{text.number(rest)}</bdi>
        </span>
      )}
    </>
  );
}

function LastWords({ record, me }: { record: Conversation; me: string | undefined }) {
  const text = useText();
  const { preview } = record;
  const sender = preview?.sender;
  const by = sender?.kind !== 'agent' ? null : sender.id === me ? text.t('you') : (sender.name ?? sender.id);
  return (
    <span class="row-words">
      {by !== null && <span class="row-by">{text.t('saidBy', { name: by })}</span>}
      <span class="row-text" dir="auto">
        {preview?.deleted
          ? text.t('messageDeleted')
          : preview?.files && preview.text === ''
            ? text.t('fileCount', { count: preview.files })
            : (preview?.text ?? record.subject)}
      </span>
    </span>
  );
}

const languageOf = (tag: string) => tag.split('-')[0] ?? tag;

/** A language by its own short name, such as 中文. */
function ownLanguageName(tag: string): string {
  const language = languageOf(tag);
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? tag;
}
