import type { Agent } from '@handrail/core/agent';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Drafts } from './drafts.js';
import type { Places } from './place.js';
import type { PreferenceStore } from './preferences.js';
import type { Replies } from './replies.js';

/** What the parts of the inbox share. */
export interface Inbox {
  readonly agent: Agent;
  readonly places: Places;
  readonly drafts: Drafts;
  readonly replies: Replies;
  readonly preferences: PreferenceStore;
  /** The message that is being worded anew. */
  readonly $editing: WritableAtom<string | null>;
  readonly $now: ReadableAtom<number>;
  readonly signOut: () => void;
}

/** Filled by the app once somebody is inside. */
export const InboxContext = createContext<Inbox | null>(null);

/** The inbox around a part; throws outside of one. */
export function useInbox(): Inbox {
  const inbox = useContext(InboxContext);
  if (!inbox) throw new Error('useInbox: this part stands outside of an inbox; wrap it in InboxContext.');
  return inbox;
}
