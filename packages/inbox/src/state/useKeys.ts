import { useEffect, useRef } from 'preact/hooks';
import { isComposing } from './isComposing.js';

/** What a key does; answering `false` leaves the key to the browser. */
export type KeyMap = Readonly<Record<string, () => unknown>>;

const TYPING = 'input, textarea, select, [contenteditable]';

/**
 * Keys of the whole page. They rest while somebody types, while a dialog is open and with a modifier.
 * @param characters whether keys that write a character do something too; others, such as Escape, always do
 */
export function useKeys(keys: KeyMap, characters: boolean): void {
  const latest = useRef({ keys, characters });
  latest.current = { keys, characters };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
      const target = event.target instanceof Element ? event.target : null;
      if (event.key !== 'Escape' && target?.closest(TYPING)) return;
      if (target?.closest('dialog')) return;
      if (event.key.length === 1 && !latest.current.characters) return;
      const run = latest.current.keys[event.key];
      if (run && run() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
