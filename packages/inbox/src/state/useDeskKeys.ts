import type { Action } from './actions.js';
import type { Mode } from './drafts.js';
import { useInbox } from './InboxContext.js';
import { runAction } from './runAction.js';
import { useKeys } from './useKeys.js';
import { useStore } from './useStore.js';

/** The keys of the desk: moving in the list, and acting on the conversation on screen. */
export function useDeskKeys({ setMode, showHelp }: { setMode: (mode: Mode) => void; showHelp: () => void }): void {
  const inbox = useInbox();
  const { agent, places, preferences } = inbox;
  const { keys: characters } = useStore(preferences.$preferences);

  const act = (action: Action): boolean => {
    const record = agent.$thread.get()?.record;
    return record ? runAction(inbox, record, action) : false;
  };
  const write = (mode: Mode) => () => {
    setMode(mode);
    return focus('[data-composer]');
  };
  const leave = () => {
    const { conversation, story } = places.$place.get();
    if (story) places.go({ story: false });
    else focus(`[data-conversation="${conversation}"]`);
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => focusedRow() >= 0 && step(1),
    ArrowUp: () => focusedRow() >= 0 && step(-1),
    a: () => act('accept') || act('takeOver'),
    e: () => act('close'),
    r: write('reply'),
    n: write('note'),
    t: () => {
      if (!agent.$thread.get()?.record) return false;
      places.go({ story: true });
      // On a narrow screen the story has to be drawn before it can have the focus.
      requestAnimationFrame(() => focus('[data-tag-input]'));
      return true;
    },
    s: () => places.go({ story: !places.$place.get().story }),
    '/': () => focus('[data-list-search]'),
    '?': showHelp,
    Escape: leave,
  };
  useKeys(keys, characters);
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-conversation]')];
const focusedRow = () => rows().indexOf(document.activeElement as HTMLElement);

/** Moves the focus in the list; from outside it enters at the open conversation, else at the first. */
function step(by: 1 | -1): boolean {
  const all = rows();
  const from = focusedRow();
  const current = all.findIndex(row => row.getAttribute('aria-current') === 'true');
  const next = from >= 0 ? from + by : current >= 0 ? current + by : 0;
  const row = all[Math.max(0, Math.min(all.length - 1, next))];
  row?.focus();
  return row !== undefined;
}

function focus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}
