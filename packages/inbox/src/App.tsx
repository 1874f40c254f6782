import type { Storage } from '@handrail/core';
import { atom } from 'nanostores';
import { useEffect, useMemo } from 'preact/hooks';
import { createClock } from './state/clock.js';
import { createDrafts } from './state/drafts.js';
import type { Gate } from './state/gate.js';
import { InboxContext } from './state/InboxContext.js';
import { createPlaces } from './state/place.js';
import { fullTag, type PreferenceStore } from './state/preferences.js';
import { createReplies } from './state/replies.js';
import { useStore } from './state/useStore.js';
import { createText } from './text/createText.js';
import { TextContext } from './text/TextContext.js';
import { Desk } from './views/Desk.js';
import { SignIn } from './views/SignIn.js';

/** The inbox: the door outside, the desk inside. */
export function App(props: { gate: Gate; storage: Storage; preferences: PreferenceStore }) {
  const { gate, storage, preferences } = props;
  const state = useStore(gate.$gate);
  const { language } = useStore(preferences.$preferences);
  const text = useMemo(() => createText(language, fullTag(language, navigator.languages)), [language]);
  const agent = state.at === 'inside' ? state.agent : null;
  const inbox = useMemo(
    () =>
      agent && {
        agent,
        places: createPlaces(window),
        drafts: createDrafts(storage),
        replies: createReplies(storage),
        preferences,
        $editing: atom<string | null>(null),
        $now: createClock(),
        signOut: gate.signOut,
      },
    [agent, storage, preferences, gate],
  );
  useEffect(() => () => inbox?.places.destroy(), [inbox]);
  useEffect(() => {
    document.documentElement.lang = text.language;
    document.documentElement.dir = text.dir;
    document.title = text.t('title');
  }, [text]);
  return (
    <TextContext.Provider value={text}>
      {inbox ? (
        <InboxContext.Provider value={inbox}>
          <Desk />
        </InboxContext.Provider>
      ) : (
        state.at !== 'inside' && <SignIn gate={gate} state={state} />
      )}
    </TextContext.Provider>
  );
}
