import { useEffect, useRef } from 'preact/hooks';
import { isComposing } from './isComposing.js';

/** What a key does; answering `false` leaves the key to the browser. */
export type KeyMap = Readonly<Record<string, () => unknown>>;

const TYPING = 'input, textarea, select, [contenteditable]';

/** Keys of the whole page. They rest while somebody types, while a dialog is open and with a modifier. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
      const target = event.target instanceof Element ? event.target : null;
      if (event.key !== 'Escape' && target?.closest(TYPING)) return;
      if (target?.closest('dialog')) return;
      const run = latest.current[event.key];
      if (run && run() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
