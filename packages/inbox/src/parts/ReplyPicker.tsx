import { useMemo, useState } from 'preact/hooks';
import { useInbox } from '../state/InboxContext.js';
import { findReplies, type SavedReply } from '../state/replies.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';

/** The saved replies a draft that begins with `/` asks for. */
export interface Picker {
  /** `null` while the draft does not ask. */
  readonly query: string | null;
  readonly found: readonly SavedReply[];
  readonly chosen: number;
  pick(reply: SavedReply): void;
  remove(reply: SavedReply): void;
  /** Takes arrows and Enter while the list is open; answers whether it did. */
  press(event: KeyboardEvent): boolean;
}

/** Watches a draft for `/words` on its only line. */
export function useReplyPicker(draft: string, enabled: boolean, onPick: (reply: SavedReply) => void): Picker {
  const { replies } = useInbox();
  const all = useStore(replies.$replies);
  const query = enabled ? (/^\/([^\n/]*)$/.exec(draft)?.[1] ?? null) : null;
  const found = useMemo(() => (query === null ? [] : findReplies(all, query)), [all, query]);
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  return {
    query,
    found,
    chosen,
    pick: onPick,
    remove: replies.remove,
    press(event) {
      if (found.length === 0) return false;
      const reply = found[chosen];
      if (event.key === 'ArrowDown') setAt((chosen + 1) % found.length);
      else if (event.key === 'ArrowUp') setAt((chosen + found.length - 1) % found.length);
      else if (event.key === 'Enter' && !event.shiftKey && reply !== undefined) onPick(reply);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** The list above the composer. */
export function ReplyPicker({ picker }: { picker: Picker }) {
  const text = useText();
  const { query, found } = picker;
  if (query === null) return null;
  return (
    <section class="picker" aria-label={text.t('replies')}>
      <p class="quiet">
        {found.length === 0
          ? text.t('noReplies')
          : query === ''
            ? text.t('replies')
            : text.t('repliesFor', { query: `/${query}` })}
      </p>
      <ul>
        {found.map((reply, index) => (
          <li key={reply} class={index === picker.chosen ? 'chosen' : ''}>
            <button
              type="button"
              class="picker-item"
              aria-current={index === picker.chosen ? 'true' : undefined}
              onClick={() => picker.pick(reply)}
            >
              <Icon name="bolt" />
              <span dir="auto">{reply}</span>
            </button>
            <IconButton icon="cross" label={text.t('deleteReply')} onClick={() => picker.remove(reply)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
