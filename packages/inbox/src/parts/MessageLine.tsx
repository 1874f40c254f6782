import type { Conversation } from '@handrail/protocol';
import { useInbox } from '../state/InboxContext.js';
import type { SpokenLine } from '../state/line.js';
import { refusalWords } from '../state/refusalWords.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Avatar } from './Avatar.js';
import { EditMessage } from './EditMessage.js';
import { Icon } from './Icon.js';
import { LineFiles } from './LineFiles.js';
import { MessageMenu } from './MessageMenu.js';
import { Spoken } from './Spoken.js';
import { Time } from './Time.js';

/** A message of a person: the customer's at the start, the team's at the end. */
export function MessageLine(props: {
  line: SpokenLine;
  last: boolean;
  name: string;
  mine: boolean;
  record: Conversation | null;
}) {
  const { line, last, name, mine, record } = props;
  const editing = useStore(useInbox().$editing) === line.id;
  const text = useText();
  const who = mine ? text.t('you') : name;
  const own = line.from === 'agent';
  return (
    <li class={`message ${line.from} ${line.delivery}${last ? ' last' : ''}`}>
      {!own && (last ? <Avatar id={line.by} name={line.name} small /> : <span class="avatar small none" />)}
      <span class="hidden">{who}</span>
      {editing && record && mayEdit(line, record, mine) ? (
        <EditMessage line={line} conversation={record.id} />
      ) : (
        <div class="utterance">
          {mine && record && isThere(line) && (
            <MessageMenu line={line} conversation={record.id} mayEdit={mayEdit(line, record, mine)} />
          )}
          {line.deleted !== undefined && <div class="bubble gone">{text.t('messageDeleted')}</div>}
          {line.text !== '' && (
            <div class="bubble">
              <Spoken text={line.text} tree={line.tree} />
            </div>
          )}
        </div>
      )}
      <LineFiles line={line} />
      {(last || line.edited !== undefined || line.delivery === 'refused') && (
        <Meta line={line} who={own && !mine ? name : null} />
      )}
    </li>
  );
}

/** In the log, and not on its way to be changed. */
function isThere({ delivery, deleted }: SpokenLine): boolean {
  return deleted === undefined && ['sent', 'delivered', 'read'].includes(delivery);
}

/** Whether it can be worded anew; the server has the last word. */
function mayEdit(line: SpokenLine, record: Conversation, mine: boolean): boolean {
  return mine && record.status === 'open' && isThere(line);
}

/** When, by whom and how far: words, and one glyph. */
export function Meta({ line, who }: { line: SpokenLine; who: string | null }) {
  const text = useText();
  const { agent } = useInbox();
  const time = text.time(line.at);
  if (line.delivery === 'refused') {
    return (
      <p class="meta bad" role="alert">
        {text.t('refused', { reason: refusalWords(line.problem, text) })}
        <button type="button" class="text-button" onClick={() => agent.retry(line.id)}>
          {text.t('retry')}
        </button>
        <button type="button" class="text-button" onClick={() => agent.discard(line.id)}>
          {text.t('discard')}
        </button>
      </p>
    );
  }
  if (line.delivery === 'waiting' || line.delivery === 'sending') {
    return (
      <p class={`meta${line.delivery === 'waiting' ? ' warn' : ''}`}>
        <Icon name="clock" size={16} />
        {text.t(line.delivery === 'waiting' ? 'waitingForConnection' : 'sending')}
      </p>
    );
  }
  const said = line.from === 'agent' && line.kind === 'message' ? text.t(line.delivery, { time }) : time;
  return (
    <p class="meta">
      {who !== null && <bdi>{who} · </bdi>}
      {line.edited !== undefined && line.deleted === undefined && <span>{text.t('edited')} · </span>}
      {line.from === 'agent' && line.kind === 'message' && (
        <Icon name={line.delivery === 'sent' ? 'check' : 'delivered'} size={16} />
      )}
      <Time at={line.at}>{said}</Time>
    </p>
  );
}
