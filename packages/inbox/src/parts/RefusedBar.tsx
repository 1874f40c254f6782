import { useInbox } from '../state/InboxContext.js';
import { refusalWords } from '../state/refusalWords.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';

/** An action on the conversation the server refused, with its reason. */
export function RefusedBar({ conversation }: { conversation: string }) {
  const { agent } = useInbox();
  const text = useText();
  const refused = useStore(agent.$unsent).filter(
    ({ frame, refused }) =>
      refused && frame.conversation === conversation && frame.kind !== 'message' && frame.kind !== 'note',
  );
  return (
    <>
      {refused.map(entry => (
        <p key={entry.frame.id} class="refused-bar" role="alert">
          <span>{text.t('refusedAction', { reason: refusalWords(entry.refused, text) })}</span>
          {entry.refused?.code !== 'owner_changed' && (
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
