import { useState } from 'preact/hooks';
import { useInbox } from '../state/InboxContext.js';
import type { SpokenLine } from '../state/line.js';
import { toComposer } from '../state/toComposer.js';
import { useText } from '../text/TextContext.js';
import { Dialog } from './Dialog.js';
import { Icon } from './Icon.js';
import { Menu } from './Menu.js';

/** What an agent can do with a message of their own. */
export function MessageMenu(props: { line: SpokenLine; conversation: string; mayEdit: boolean }) {
  const { line, conversation, mayEdit } = props;
  const { agent, $editing } = useInbox();
  const text = useText();
  const [asks, setAsks] = useState(false);
  const remove = () => {
    setAsks(false);
    // A refusal stays in the outbox, where `RefusedBar` shows it.
    agent.remove(conversation, line.id).catch(() => {});
    toComposer();
  };
  return (
    <>
      <Menu class="message-menu" label={text.t('messageMenu')} button={<Icon name="more" />}>
        {close => (
          <>
            {mayEdit && (
              <button type="button" class="menu-item" onClick={() => $editing.set(line.id)}>
                {text.t('edit')}
              </button>
            )}
            <button
              type="button"
              class="menu-item danger"
              onClick={() => {
                close();
                setAsks(true);
              }}
            >
              {text.t('remove')}
            </button>
          </>
        )}
      </Menu>
      {asks && (
        <Dialog title={text.t('deleteTitle')} onClose={() => setAsks(false)}>
          <p>{text.t('deleteHint')}</p>
          <p class="dialog-actions">
            <button type="button" class="button" onClick={() => setAsks(false)}>
              {text.t('cancel')}
            </button>
            <button type="button" class="button danger" onClick={remove}>
              {text.t('remove')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
