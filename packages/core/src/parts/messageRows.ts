import type { TimelineItem } from '../timeline.js';

/** How lines are put together. */
export interface RowOptions {
  /** Milliseconds of silence after which the same speaker begins a group anew. Default: five minutes. */
  readonly gap?: number;
  /** Where the customer's days begin, as `Europe/Berlin`. Default: the runtime's zone. */
  readonly timeZone?: string;
  /** Number in the log up to which agents' messages were read when the screen opened; see `createUnreadMark`. Default: no line. */
  readonly readUpTo?: number;
}

/** A line of a conversation and its place among its neighbours. */
export interface MessageRow {
  readonly item: TimelineItem;
  /** The first of its calendar day: a day separator goes before it. */
  readonly startsDay: boolean;
  /** The first of the agents' messages that were unread: the unread line goes before it. At most one. */
  readonly startsUnread: boolean;
  /** The first of what one speaker says without a pause: where the name and the picture go. */
  readonly startsGroup: boolean;
  /** The last of it: where the time goes. */
  readonly endsGroup: boolean;
}

const FIVE_MINUTES = 300_000;

/**
 * The lines of `$messages`, each with what begins and ends at it. Notices are groups of their own.
 * @throws RangeError when `timeZone` is not a zone the runtime knows
 */
export function messageRows(items: readonly TimelineItem[], options: RowOptions = {}): MessageRow[] {
  const { gap = FIVE_MINUTES, timeZone, readUpTo = Number.POSITIVE_INFINITY } = options;
  const calendar = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  const days = items.map(({ at }) => calendar.format(at));
  const starts = (place: number) => {
    const [before, item] = [items[place - 1], items[place]];
    if (!before || !item || days[place] !== days[place - 1]) return true;
    return speakerOf(before) !== speakerOf(item) || Math.abs(item.at - before.at) > gap;
  };
  const unread = items.findIndex(
    item => item.kind === 'message' && item.from === 'agent' && (item.seq ?? 0) > readUpTo,
  );
  return items.map((item, place) => ({
    item,
    startsDay: days[place] !== days[place - 1],
    startsUnread: place === unread,
    startsGroup: starts(place) || place === unread,
    endsGroup: starts(place + 1) || place + 1 === unread,
  }));
}

/** Two people of the same name are one voice to the reader, a notice is nobody's. */
function speakerOf(item: TimelineItem): string {
  return item.kind === 'notice' ? item.id : `${item.from} ${item.name ?? ''}`;
}
