import type { Storage } from '@handrail/core';

/** What a composer writes. */
export type Mode = 'reply' | 'note';

/** Texts begun and not sent, one per conversation and kind, so that a note never turns into a reply. */
export interface Drafts {
  get(conversation: string, mode: Mode): string;
  set(conversation: string, mode: Mode, text: string): void;
}

/** Keeps drafts over a reload. */
export function createDrafts(storage: Storage): Drafts {
  const key = (conversation: string, mode: Mode) => `handrail:inbox:draft:${conversation}:${mode}`;
  return {
    get: (conversation, mode) => storage.get(key(conversation, mode)) ?? '',
    set(conversation, mode, text) {
      if (text === '') storage.remove(key(conversation, mode));
      else storage.set(key(conversation, mode), text);
    },
  };
}
