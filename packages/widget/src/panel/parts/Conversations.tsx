import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import { BotAvatar, PersonAvatar } from './Avatar.js';

/** Conversations shown on Home; the rest is old. */
const MOST = 3;

/** The newest conversations, to go on with. */
export function Conversations() {
  const { client, words, navigation } = usePanel();
  const lines = useStore(client.$conversations).slice(0, MOST);
  if (lines.length === 0) return null;
  const open = (id: string) => {
    void client.openConversation(id).catch(() => {});
    navigation.go({ name: 'chat' });
  };
  const title = words.many('yourConversations', lines.length);
  return (
    <section aria-label={title}>
      <h3 class="list-title">{title}</h3>
      <ul class="list">
        {lines.map(line => (
          <li key={line.id}>
            <button type="button" class="row" onClick={() => open(line.id)}>
              {line.agent ? <PersonAvatar name={line.agent} /> : <BotAvatar />}
              <span class="two">
                <span>
                  <b>{line.agent ?? words('assistant')}</b>
                  <span class="meta">{words.short(line.at)}</span>
                </span>
                <span>
                  <span class="grow" dir="auto">
                    {line.deleted
                      ? words('messageDeleted')
                      : line.text || (line.files ? words.many('fileCount', line.files) : '')}
                  </span>
                  {line.unread > 0 ? (
                    <span class="count">
                      <span class="sr">{words.many('unread', line.unread)}</span>
                      <span aria-hidden="true">{line.unread}</span>
                    </span>
                  ) : null}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
