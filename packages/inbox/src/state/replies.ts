import type { Storage } from '@handrail/core';
import Fuse from 'fuse.js';
import { atom, type ReadableAtom } from 'nanostores';

/** A text kept for the next time. Its first line is what it is called. */
export type SavedReply = string;

/** The agent's own replies, in this browser. */
export interface Replies {
  readonly $replies: ReadableAtom<readonly SavedReply[]>;
  save(text: string): void;
  remove(text: string): void;
}

const KEY = 'handrail:inbox:replies';
const MOST = 200;

/** Newest first. */
export function createReplies(storage: Storage): Replies {
  const $replies = atom<readonly SavedReply[]>(read(storage.get(KEY)));
  const write = (next: readonly SavedReply[]) => {
    $replies.set(next);
    storage.set(KEY, JSON.stringify(next));
  };
  const others = (text: string) => $replies.get().filter(reply => reply !== text);
  return {
    $replies,
    save: text => write([text, ...others(text)].slice(0, MOST)),
    remove: text => write(others(text)),
  };
}

/** The replies nearest to what was typed after `/`; all of them when nothing was. At most six. */
export function findReplies(replies: readonly SavedReply[], query: string): readonly SavedReply[] {
  if (query.trim() === '') return replies.slice(0, 6);
  const fuse = new Fuse(replies, { threshold: 0.4, ignoreLocation: true });
  return fuse.search(query, { limit: 6 }).map(found => found.item);
}

function read(kept: string | null): readonly SavedReply[] {
  try {
    const value: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
