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
  place(event: LogEvent): number;
  read(after: number, limit: number): Promise<Page>;
  readonly out: Pick<Outflow, 'send' | 'open' | 'whenOpen' | 'gone'>;
  /** The store could not be read. */
  fail(error: unknown): void;
}

/** Events read from the store at once; few, because each may carry the largest text. */
const PAGE = 50;

/**
 * A live event that follows the cursor goes straight out. Everything else (a reader that resumes, one that was slow,
 * a bus that lost something) is the same case: read the store after the cursor until there is nothing more.
 */
export function createFeed(options: FeedOptions): Feed {
  return new LogFeed(options);
}

/** A class, because every connection has some: methods are shared where closures would be made for each. */
class LogFeed implements Feed {
  readonly #options: FeedOptions;
  /** Newest place that was sent; `null` before the start. */
  #cursor: number | null = null;
  /** The store holds more, or may. */
  #behind = false;
  #reading = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  wake(): void {
    this.#behind = true;
    void this.#readOn();
  }

  cursor(): number {
    return this.#cursor ?? 0;
  }

  start(after: number): void {
    this.#cursor = after;
    if (this.#behind) void this.#readOn();
  }

  offer(frames: readonly EventFrame[]): void {
    const { out } = this.#options;
    for (const frame of frames) {
      const [first, last] = [frame.events[0], frame.events.at(-1)];
      if (!first || !last) continue;
      const [from, to] = [this.#options.place(first), this.#options.place(last)];
      if (this.#cursor !== null && to <= this.#cursor) continue;
      const gapless = to - from === frame.events.length - 1;
      const follows = gapless && this.#cursor !== null && from === this.#cursor + 1;
      if (follows && !this.#reading && out.open()) this.#send(frame);
      else this.wake();
    }
  }

  async #readOn(): Promise<void> {
    if (this.#reading || this.#cursor === null) return;
    const { out } = this.#options;
    this.#reading = true;
    try {
      while (this.#behind) {
        await out.whenOpen();
        if (out.gone()) return;
        this.#behind = false;
        const { events, records } = await this.#options.read(this.#cursor, PAGE);
        if (events.length === PAGE) this.#behind = true;
        if (events.length > 0) this.#sendWhileOpen(eventFrames(events, recordTexts(records.values())));
      }
    } catch (error) {
      this.#options.fail(error);
    } finally {
      this.#reading = false;
    }
  }

  #sendWhileOpen(frames: readonly EventFrame[]): void {
    for (const frame of frames) {
      if (!this.#options.out.open()) {
        this.#behind = true;
        return;
      }
      this.#send(frame);
    }
  }

  #send(frame: EventFrame): void {
    this.#options.out.send(frame.data);
    const last = frame.events.at(-1);
    if (last) this.#cursor = this.#options.place(last);
  }
}
