import type { MessageItem, TimelineItem } from '@handrail/core';
import { useEffect } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { AvailabilityLine } from '../parts/Availability.js';
import { BotAvatar, PersonAvatar } from '../parts/Avatar.js';
import { ChatLog } from '../parts/ChatLog.js';
import { Composer } from '../parts/Composer.js';
import { Header, Who } from '../parts/Header.js';
import { Icon } from '../parts/Icon.js';
import { useLazy } from '../useLazy.js';
import { useSettled } from '../useSettled.js';
import { useStore } from '../useStore.js';

/** The conversation, whoever holds it: the assistant, the queue, a person. */
export function Chat() {
  const { client, navigation, lazy } = usePanel();
  const messages = useStore(client.$messages);
  const conversation = useStore(client.$conversation);
  const contact = useStore(client.$contact);
  const closed = conversation?.status === 'closed';
  const forms = useLazy(closed, lazy.forms);

  // The form opens when nobody can come, or when the customer chose it.
  useEffect(() => {
    if (contact) navigation.go({ name: 'contact' });
  }, [contact, navigation]);
  useEffect(() => {
    const seen = messages.length > 0 ? client.markRead() : client.greet();
    seen.catch(() => {});
  }, [client, messages]);

  return (
    <>
      <ChatHeader />
      <ConnectionBar />
      <ChatLog />
      {closed ? forms && <forms.Ended messages={messages} /> : <Write messages={messages} />}
    </>
  );
}

function ChatHeader() {
  const { client, words, config } = usePanel();
  const conversation = useStore(client.$conversation);
  const owner = useStore(client.$owner);
  const agent = conversation?.assignee?.name;
  const closed = conversation?.status === 'closed' && conversation.closedAt;
  if (agent) {
    const line = closed ? words('closedAt', { time: words.short(closed) }) : config.name;
    return (
      <Header tools={<Menu />}>
        <Who name={agent} line={line} avatar={<PersonAvatar name={agent} />} />
      </Header>
    );
  }
  const waits = owner === 'queue' && !closed;
  return (
    <Header tools={<Menu />}>
      <Who
        name={config.name}
        line={waits ? words('waitingForPerson') : `${words('assistant')} · ${words('automated')}`}
        avatar={<BotAvatar />}
      />
    </Header>
  );
}

function Menu() {
  const { client, lazy } = usePanel();
  const hasItems = useStore(client.$messages).length > 0;
  const talk = useLazy(hasItems, lazy.talk);
  return hasItems && talk ? <talk.ChatMenu /> : null;
}

/** Milliseconds a lost connection stays unmentioned: most come back before anybody would notice. */
const STALE_MS = 5_000;

function ConnectionBar() {
  const { client, words } = usePanel();
  const connection = useStore(client.$connection);
  const messages = useStore(client.$messages);
  const needed = useStore(client.$conversation) !== null || messages.some(isWaiting);
  const lost = connection.state !== 'idle' && connection.state !== 'online';
  const stale = useSettled(lost && needed, STALE_MS);
  if (!stale) return null;
  return (
    <div class="bar" role="status">
      <Icon name="offline" />
      {words('offline')}
    </div>
  );
}

const isWaiting = (item: TimelineItem) => item.kind === 'message' && item.state === 'waiting';
const isAnswer = (item: TimelineItem): item is MessageItem => item.kind === 'message' && item.from === 'bot';

function Write({ messages }: { messages: readonly TimelineItem[] }) {
  const { client, words, canReachPeople } = usePanel();
  const owner = useStore(client.$owner);
  const showTalk = owner === 'bot' && canReachPeople && messages.some(isAnswer);
  return (
    <div class="footer">
      {showTalk ? (
        <div class="talk-line">
          <button type="button" onClick={() => void client.requestHuman().catch(() => {})}>
            <Icon name="person" />
            {words('talk')}
          </button>
          <AvailabilityLine short />
        </div>
      ) : null}
      <Composer
        placeholder={words(owner === 'queue' ? 'writeWhileWaiting' : 'writeMessage')}
        first={messages.length === 0}
        takesFiles={owner !== 'bot' || !!messages.findLast(isAnswer)?.wantsFiles}
      />
    </div>
  );
}
