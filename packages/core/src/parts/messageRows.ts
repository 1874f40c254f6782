import type { TimelineItem } from '../timeline.js';
import type { UnreadMark } from './unreadMark.js';

/** How lines are put together. */
export interface RowOptions {
  /** Milliseconds of silence after which the same speaker begins a group anew. Default: five minutes. */
  readonly gap?: number;
  /** Where the customer's days begin, as `Europe/Berlin`. Default: the runtime's zone. */
  readonly timeZone?: string;
  /** Where the customer had left off; see `createUnreadMark`. Default: no line. */
  readonly unread?: UnreadMark | undefined;
}

/** A line of a conversation and its place among its neighbours. */
export interface MessageRow {
  readonly item: TimelineItem;
  /** The first of its calendar day: a day separator goes before it. */
  readonly startsDay: boolean;
  /** On the first of the agents' messages that were unread, how many were: the unread line goes before it. Else 0. */
  readonly startsUnread: number;
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
  const { gap = FIVE_MINUTES, timeZone, unread: mark } = options;
  const calendar = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  const days = items.map(({ at }) => calendar.format(at));
  const starts = (place: number) => {
    const [before, item] = [items[place - 1], items[place]];
    if (!before || !item || days[place] !== days[place - 1]) return true;
    return speakerOf(before) !== speakerOf(item) || Math.abs(item.at - before.at) > gap;
  };
  const missed = mark ? items.filter(item => isMissed(item, mark)) : [];
  const [firstMissed] = missed;
  return items.map((item, place) => ({
    item,
    startsDay: days[place] !== days[place - 1],
    startsUnread: item === firstMissed ? missed.length : 0,
    startsGroup: starts(place) || item === firstMissed,
    endsGroup: starts(place + 1) || (firstMissed !== undefined && items[place + 1] === firstMissed),
  }));
}

/** What came while the screen was open was seen coming. */
function isMissed(item: TimelineItem, { readUpTo, openedAt }: UnreadMark): boolean {
  return (
    item.kind === 'message' &&
    item.from === 'agent' &&
    !item.deleted &&
    (item.seq ?? 0) > readUpTo &&
    item.at < openedAt
  );
}

/** Two people of the same name are one voice to the reader, a notice is nobody's. */
function speakerOf(item: TimelineItem): string {
  return item.kind === 'notice' ? item.id : `${item.from} ${item.name ?? ''}`;
}
