import { useState } from 'preact/hooks';
import { useInbox } from '../state/InboxContext.js';
import { useStore } from '../state/useStore.js';
import { LANGUAGES, type Language } from '../text/createText.js';
import { useText } from '../text/TextContext.js';
import { Avatar } from './Avatar.js';
import { Icon } from './Icon.js';
import { Menu } from './Menu.js';
import { Switch } from './Switch.js';

/** Who is signed in, and what they set for themselves. */
export function MeMenu({ onHelp }: { onHelp: () => void }) {
  const { agent, preferences, signOut } = useInbox();
  const text = useText();
  const me = useStore(agent.$me);
  const available = useStore(agent.$available);
  const set = useStore(preferences.$preferences);
  const name = me?.name ?? me?.id ?? '';
  const state = text.t(available ? 'available' : 'away');
  const button = (
    <>
      <span class={`me-avatar${available ? ' here' : ''}`}>
        <Avatar id={me?.id ?? ''} name={name} />
      </span>
      <span class="me-words">
        <bdi class="me-name">{name}</bdi>
        <span class="quiet">{state}</span>
      </span>
      <Icon name="down" />
    </>
  );
  return (
    <Menu class="me" label={`${name} ${state}. ${text.t('menu')}`} button={button}>
      {close => (
        <>
          <Switch
            label={state}
            hint={text.t(available ? 'availableHint' : 'awayHint')}
            on={available}
            onChange={on => agent.setAvailable(on)}
          />
          <NotificationSwitch />
          <Switch label={text.t('sound')} on={set.sound} onChange={sound => preferences.set({ sound })} />
          <Switch
            label={text.t('singleKeys')}
            hint={text.t('singleKeysHint')}
            on={set.keys}
            onChange={keys => preferences.set({ keys })}
          />
          <label class="menu-field">
            <span>{text.t('language')}</span>
            <select
              value={set.language}
              onChange={event => preferences.set({ language: event.currentTarget.value as Language })}
            >
              {Object.entries(LANGUAGES).map(([tag, own]) => (
                <option key={tag} value={tag} lang={tag}>
                  {own}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            class="menu-item"
            onClick={() => {
              close();
              onHelp();
            }}
          >
            {text.t('keyboard')} {set.keys && <kbd>?</kbd>}
          </button>
          <button type="button" class="menu-item" onClick={signOut}>
            {text.t('signOut')}
          </button>
        </>
      )}
    </Menu>
  );
}

/** Asks the browser only when somebody turns it on. */
function NotificationSwitch() {
  const { preferences } = useInbox();
  const text = useText();
  const on = useStore(preferences.$preferences).notifications;
  const [refused, setRefused] = useState(false);
  const change = async (wanted: boolean) => {
    const allowed = !wanted || (await askForNotifications());
    setRefused(!allowed);
    preferences.set({ notifications: wanted && allowed });
  };
  return (
    <Switch
      label={text.t('notifications')}
      hint={refused ? text.t('notificationsRefused') : undefined}
      on={on}
      onChange={wanted => void change(wanted)}
    />
  );
}

async function askForNotifications(): Promise<boolean> {
  if (typeof Notification === 'undefined') return false;
  return (await Notification.requestPermission()) === 'granted';
}
