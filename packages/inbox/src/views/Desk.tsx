import { useState } from 'preact/hooks';
import { Announcer } from '../parts/Announcer.js';
import { ConnectionBar } from '../parts/ConnectionBar.js';
import { KeysHelp } from '../parts/KeysHelp.js';
import { Rail } from '../parts/Rail.js';
import type { Mode } from '../state/drafts.js';
import { useInbox } from '../state/InboxContext.js';
import { useDeskKeys } from '../state/useDeskKeys.js';
import { useStore } from '../state/useStore.js';
import { Conversation } from './Conversation.js';
import { Queue } from './Queue.js';
import { Results } from './Results.js';
import { Story } from './Story.js';

/** The whole screen of an agent: rail, list, conversation, story. Narrow screens show one at a time. */
export function Desk() {
  const { agent, places } = useInbox();
  const place = useStore(places.$place);
  const [help, setHelp] = useState(false);
  const [mode, setMode] = useState<Mode>('reply');
  useDeskKeys({ setMode, showHelp: () => setHelp(true) });
  const isAdmin = useStore(agent.$me)?.role === 'admin';
  const results = place.results && isAdmin;
  const pane = results ? 'results' : place.conversation === null ? 'list' : place.story ? 'story' : 'conversation';
  return (
    <div class="desk" data-pane={pane}>
      <Rail onHelp={() => setHelp(true)} />
      <main class="desk-main">
        <ConnectionBar />
        {results ? (
          <Results />
        ) : (
          <>
            <Queue />
            <Conversation mode={mode} onMode={setMode} />
            <Story />
          </>
        )}
      </main>
      <Announcer />
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </div>
  );
}
