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
  [['↑'], 'keyEdit'],
  [['e'], 'keyClose'],
  [['t'], 'keyTag'],
  [['s'], 'keyStory'],
  [['/'], 'keySearch'],
  [['Esc'], 'keyEscape'],
  [['?'], 'keyHelp'],
];

/** Every key of the inbox that does something now. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { preferences } = useInbox();
  const characters = useStore(preferences.$preferences).keys;
  const shown = characters ? KEYS : KEYS.filter(([keys]) => keys.every(key => key.length > 1));
  return (
    <Dialog title={text.t('help')} onClose={onClose}>
      <dl class="keys">
        {shown.map(([keys, what]) => (
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
      {!characters && <p class="quiet">{text.t('singleKeysOff')}</p>}
    </Dialog>
  );
}
