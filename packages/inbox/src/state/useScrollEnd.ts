import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Distance from the end that still counts as reading the end. */
const NEAR_PX = 80;

/**
 * Keeps a scrolling box at its end while the reader is there. `missed` is `null` at the end, else how many things were
 * said below since the reader left it.
 * @param of what is shown; a new value starts at the end again
 * @param said how many things were said
 * @param drawn changes whenever the content may have another height
 */
export function useScrollEnd(of: string, said: number, drawn: unknown) {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const seen = useRef(said);
  const [missed, setMissed] = useState<number | null>(null);

  const toEnd = () => {
    const box = scroller.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    seen.current = said;
    setMissed(null);
  };
  useLayoutEffect(() => {
    atEnd.current = true;
    toEnd();
  }, [of]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setMissed(said - seen.current);
  }, [drawn]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => {
      const end = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
      if (end === atEnd.current) return;
      atEnd.current = end;
      setMissed(end ? null : 0);
    };
    const follow = () => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    };
    box.addEventListener('scroll', look, { passive: true });
    const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(follow);
    sizes?.observe(box);
    return () => {
      box.removeEventListener('scroll', look);
      sizes?.disconnect();
    };
  }, [of]);
  useEffect(() => {
    if (missed === null) seen.current = said;
  }, [missed, said]);
  return { scroller, missed, toEnd };
}
