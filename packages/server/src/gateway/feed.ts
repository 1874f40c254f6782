import type { Conversation, LogEvent } from '@handrail/protocol';
import { type EventFrame, eventFrames, recordTexts } from './eventFrames.js';
import type { Outflow } from './outflow.js';

/** Events of one log on their way to one reader: each once, in order, from wherever it left off. */
export interface Feed {
  /** Events that were just committed, as frames that may be shared between readers. */
  offer(frames: readonly EventFrame[]): void;
  /** Begins after a place. Until then, what is offered is only noted. */
  start(after: number): void;
  /** The store may hold more than was sent: look. */
  wake(): void;
  /** Newest place that was sent. */
  cursor(): number;
}

/** A part of a log, with the records of the conversations in it. */
export interface Page {
  readonly events: readonly LogEvent[];
  readonly records: ReadonlyMap<string, Conversation>;
}

/** What a feed is made of. */
export interface FeedOptions {
  /** The event's place in this log: `seq` or `rev`. */
  readonly place: (event: LogEvent) => number;
  readonly read: (after: number, limit: number) => Promise<Page>;
  readonly out: Pick<Outflow, 'send' | 'open' | 'whenOpen' | 'gone'>;
  /** The store could not be read. */
  readonly fail: (error: unknown) => void;
}

/** Events read from the store at once; few, because each may carry the largest text. */
const PAGE = 50;

/**
 * A live event that follows the cursor goes straight out. Everything else (a reader that resumes, one that was slow,
 * a bus that lost something) is the same case: read the store after the cursor until there is nothing more.
 */
export function createFeed(options: FeedOptions): Feed {
  const { place, out } = options;
  const state: FeedState = { cursor: null, behind: false, reading: false };
  const wake = () => {
    state.behind = true;
    void readOn(options, state);
  };
  return {
    wake,
    cursor: () => state.cursor ?? 0,
    start(after) {
      state.cursor = after;
      if (state.behind) void readOn(options, state);
    },
    offer(frames) {
      for (const frame of frames) {
        const [first, last] = [frame.events[0], frame.events.at(-1)];
        if (!first || !last || (state.cursor !== null && place(last) <= state.cursor)) continue;
        const gapless = place(last) - place(first) === frame.events.length - 1;
        const follows = gapless && state.cursor !== null && place(first) === state.cursor + 1;
        if (follows && !state.reading && out.open()) send(options, state, frame);
        else wake();
      }
    },
  };
}

interface FeedState {
  /** Newest place that was sent; `null` before the start. */
  cursor: number | null;
  /** The store holds more, or may. */
  behind: boolean;
  reading: boolean;
}

async function readOn({ read, ...options }: FeedOptions, state: FeedState): Promise<void> {
  if (state.reading || state.cursor === null) return;
  state.reading = true;
  try {
    while (state.behind) {
      await options.out.whenOpen();
      if (options.out.gone()) return;
      state.behind = false;
      const { events, records } = await read(state.cursor, PAGE);
      if (events.length === PAGE) state.behind = true;
      if (events.length > 0) sendWhileOpen(options, state, eventFrames(events, recordTexts(records.values())));
    }
  } catch (error) {
    options.fail(error);
  } finally {
    state.reading = false;
  }
}

type Sending = Pick<FeedOptions, 'place' | 'out'>;

function sendWhileOpen(options: Sending, state: FeedState, frames: readonly EventFrame[]): void {
  for (const frame of frames) {
    if (!options.out.open()) {
      state.behind = true;
      return;
    }
    send(options, state, frame);
  }
}

function send({ place, out }: Sending, state: FeedState, frame: EventFrame): void {
  out.send(frame.data);
  const last = frame.events.at(-1);
  if (last) state.cursor = place(last);
}
