import { useInbox } from '../state/InboxContext.js';
import { refusalWords } from '../state/refusalWords.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';

/** Reasons that are the same the next time. */
const NO_USE: readonly string[] = ['owner_changed', 'at_capacity'];

/** An action on the conversation the server refused, with its reason. */
export function RefusedBar({ conversation }: { conversation: string }) {
  const { agent } = useInbox();
  const text = useText();
  const refused = useStore(agent.$unsent).filter(
    ({ frame, refused }) =>
      refused && frame.conversation === conversation && frame.kind !== 'message' && frame.kind !== 'note',
  );
  const acceptAnyway = (id: string) => {
    agent.discard(id);
    agent.take(conversation, { force: true }).catch(() => {});
  };
  return (
    <>
      {refused.map(entry => (
        <p key={entry.frame.id} class="refused-bar" role="alert">
          <span>{text.t('refusedAction', { reason: refusalWords(entry.refused, text) })}</span>
          {entry.refused?.code === 'at_capacity' && (
            <button type="button" class="text-button" onClick={() => acceptAnyway(entry.frame.id)}>
              {text.t('acceptAnyway')}
            </button>
          )}
          {entry.refused && !NO_USE.includes(entry.refused.code) && (
            <button type="button" class="text-button" onClick={() => agent.retry(entry.frame.id)}>
              {text.t('retry')}
            </button>
          )}
          <button type="button" class="text-button" onClick={() => agent.discard(entry.frame.id)}>
            {text.t('dismiss')}
          </button>
        </p>
      ))}
    </>
  );
}
