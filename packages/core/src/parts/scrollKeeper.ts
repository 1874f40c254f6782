import { atom, type ReadableAtom } from 'nanostores';
import type { TimelineItem } from '../timeline.js';

/** Where a scrolled box stands, in pixels; elements fit. */
export interface ScrollPlace {
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/** When a box counts as being somewhere. */
export interface ScrollOptions {
  /** Pixels from the end within which the view follows what comes. Default: 80. */
  readonly near?: number;
  /** Pixels from the beginning within which the page before is wanted. Default: 300. */
  readonly early?: number;
}

/** Says where a log of messages should stand. It follows what comes while one is at the end, and else counts it. */
export interface ScrollKeeper {
  /** Lines that came below what is on the screen: the number on the "new messages" button, which shows while it is not 0. */
  readonly $unseen: ReadableAtom<number>;
  /**
   * The customer scrolled.
   * @returns whether the page before should be read, with `loadOlder`
   */
  scrolled(place: ScrollPlace): boolean;
  /**
   * What is drawn changed; call it before the next painting.
   * @returns the `scrollTop` the box should have; `null` when it should stay
   */
  changed(items: readonly TimelineItem[], height: number): number | null;
  /** The button was pressed; then scroll to the end. */
  toEnd(): void;
}

/** The keeper of one log, which begins at its end. */
export function createScrollKeeper({ near = 80, early = 300 }: ScrollOptions = {}): ScrollKeeper {
  const $unseen = atom(0);
  let items: readonly TimelineItem[] = [];
  let atEnd = true;
  let seen = 0;
  let fromEnd = 0;

  const toEnd = () => {
    seen = items.length;
    $unseen.set(0);
  };
  /** Lines before what was the first one: read later, and no news. */
  const earlier = (next: readonly TimelineItem[]) =>
    items[0]
      ? Math.max(
          0,
          next.findIndex(({ id }) => id === items[0]?.id),
        )
      : 0;

  return {
    $unseen,
    toEnd,
    scrolled({ scrollTop, scrollHeight, clientHeight }) {
      fromEnd = scrollHeight - scrollTop;
      atEnd = fromEnd - clientHeight < near;
      if (atEnd) toEnd();
      return scrollTop < early;
    },
    changed(next, height) {
      const grown = earlier(next);
      items = next;
      seen += grown;
      const last = items[items.length - 1];
      const mine = last?.kind === 'message' && last.from === 'visitor' && items.length > seen;
      if (atEnd || mine) {
        toEnd();
        return height;
      }
      $unseen.set(Math.max(0, items.length - seen));
      return grown > 0 ? height - fromEnd : null;
    },
  };
}
