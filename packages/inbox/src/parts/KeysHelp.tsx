import { useInbox } from '../state/InboxContext.js';
import { useStore } from '../state/useStore.js';
import type { TextKey } from '../text/en.js';
import { useText } from '../text/TextContext.js';
import { Dialog } from './Dialog.js';

const KEYS: readonly (readonly [readonly string[], TextKey])[] = [
  [['j', 'k', '↓', '↑'], 'keyMove'],
  [['Enter'], 'keyOpen'],
  [['a'], 'keyAccept'],
  [['r'], 'keyReply'],
  [['n'], 'keyNote'],
  [['e'], 'keyClose'],
  [['s'], 'keyStory'],
  [['/'], 'keySearch'],
  [['Esc'], 'keyEscape'],
  [['?'], 'keyHelp'],
];

const IS_SINGLE = /^[a-z/?]$/;

/** Every key of the inbox that acts. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { keys: single } = useStore(useInbox().preferences.$preferences);
  const acting = KEYS.map(([keys, what]) => [keys.filter(key => single || !IS_SINGLE.test(key)), what] as const);
  return (
    <Dialog title={text.t('help')} onClose={onClose}>
      <dl class="keys">
        {acting
          .filter(([keys]) => keys.length > 0)
          .map(([keys, what]) => (
            <div key={what}>
              <dt>{text.t(what)}</dt>
              <dd>
                {keys.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
      </dl>
      <p class="quiet">{text.t('keysHint')}</p>
    </Dialog>
  );
}
