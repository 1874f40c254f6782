import { conversationNumber } from '@handrail/core';
import type { Conversation } from '@handrail/protocol';
import { useInbox } from '../state/InboxContext.js';
import { knownName, visitorName } from '../state/naming.js';
import { useActions } from '../state/useActions.js';
import { useStore } from '../state/useStore.js';
import type { Text } from '../text/createText.js';
import { useText } from '../text/TextContext.js';
import { Avatar } from './Avatar.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';
import { Menu } from './Menu.js';

/** Who it is, where it stands, and what can be done with it: one primary thing. */
export function ConversationHeader({ record }: { record: Conversation }) {
  const { agent, places, $now } = useInbox();
  const text = useText();
  const me = useStore(agent.$me)?.id ?? '';
  const now = useStore($now);
  const story = useStore(places.$place).story;
  const name = visitorName(record, text);
  return (
    <header class="bar conversation-bar">
      <IconButton
        class="to-list"
        icon="back"
        label={text.t('back')}
        onClick={() => places.go({ conversation: null })}
      />
      <Avatar id={record.visitor} name={knownName(record)} />
      <div class="who">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p class="quiet">
          <span class="owner">{ownerWords(record, me, now, text)}</span>
          <span class="since"> · {text.t('started', { time: text.shortTime(record.createdAt, now) })}</span>
          <span class="number"> · {text.t('number', { number: conversationNumber(record.id) })}</span>
        </p>
      </div>
      <HeaderActions record={record} />
      <IconButton
        class="to-story"
        icon="story"
        label={text.t('showStory')}
        expanded={story}
        onClick={() => places.go({ story: !story })}
      />
    </header>
  );
}

function HeaderActions({ record }: { record: Conversation }) {
  const { agent } = useInbox();
  const text = useText();
  const teams = useStore(agent.$teams);
  const me = useStore(agent.$me)?.id;
  const handTo = record.owner === 'human' && record.assignee?.id === me ? teams : [];
  const { can, run } = useActions(record);
  const label = {
    accept: 'accept',
    takeOver: 'takeOver',
    close: 'closeConversation',
    reopen: 'reopen',
    returnToBot: 'returnToBot',
  } as const;
  return (
    <div class={`actions${can.second.length > 1 ? ' many' : ''}`}>
      {can.second.map(action => (
        <button key={action} type="button" class="button second" onClick={() => run(action)}>
          {text.t(label[action])}
        </button>
      ))}
      {can.first && (
        <button type="button" class="button primary" onClick={() => can.first && run(can.first)}>
          {text.t(label[can.first])}
        </button>
      )}
      {can.second.length + handTo.length > 0 && (
        <Menu class={handTo.length > 0 ? '' : 'more'} label={text.t('more')} button={<Icon name="more" />}>
          {close => (
            <>
              {can.second.map(action => (
                <MenuItem key={action} class="second-item" close={close} onChoose={() => run(action)}>
                  {text.t(label[action])}
                </MenuItem>
              ))}
              {handTo.map(({ id, name }) => (
                <MenuItem key={id} close={close} onChoose={() => void agent.handTo(record.id, id).catch(() => {})}>
                  {text.t('handTo', { name })}
                </MenuItem>
              ))}
            </>
          )}
        </Menu>
      )}
    </div>
  );
}

function MenuItem(props: { class?: string; close: () => void; onChoose: () => void; children: string }) {
  return (
    <button
      type="button"
      class={`menu-item ${props.class ?? ''}`}
      onClick={() => {
        props.close();
        props.onChoose();
      }}
    >
      {props.children}
    </button>
  );
}

function ownerWords(record: Conversation, me: string, now: number, text: Text): string {
  if (record.status === 'closed')
    return text.t('closedAt', { time: text.shortTime(record.closedAt ?? record.updatedAt, now) });
  if (record.owner === 'bot') return text.t('botAnswers');
  if (record.owner === 'human') {
    return record.assignee?.id === me
      ? text.t('youAnswer')
      : text.t('assignedTo', { name: record.assignee?.name ?? '' });
  }
  if (record.ownerReason === 'left_message') return text.t('waitsForReply');
  const time = text.duration(now - (record.waitingSince ?? record.updatedAt));
  return time === null ? text.t('waitsForPersonMoment') : text.t('waitsForPerson', { time });
}
