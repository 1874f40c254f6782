import { useInbox } from '../state/InboxContext.js';
import { useLater } from '../state/useLater.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';

/** Longer than a change of network takes: shorter losses are nobody's concern. */
const CALM_MS = 2_000;

/** A calm bar while there is no connection. */
export function ConnectionBar() {
  const text = useText();
  const lost = useStore(useInbox().agent.$connection).state !== 'online';
  const shown = useLater(lost, CALM_MS);
  return (
    <div role="status" class="connection-bar">
      {shown && (
        <p class="offline">
          <Icon name="offline" />
          <span>
            <strong>{text.t('offline')}</strong> {text.t('offlineHint')}
          </span>
        </p>
      )}
    </div>
  );
}
