import type { Conversation, LogEvent } from '@handrail/protocol';

/** An `events` frame, ready for the wire, and the events it carries. */
export interface EventFrame {
  readonly data: string;
  readonly events: readonly LogEvent[];
}

/** What else may be said of frames. */
export interface FrameOptions {
  /** The place a page was asked before; each frame then says before which it stands. */
  readonly before?: number | undefined;
  /** An event as JSON, where it was made before. */
  readonly textOf?: (event: LogEvent) => string;
}

/** A frame is closed when it is larger than this, in characters: a slow reader is noticed between frames. */
const FRAME_CHARS = 64 * 1024;

/**
 * Events as frames of bounded size, each with the records of the conversations in it. Empty events give one frame
 * with all the records.
 * @param records see {@link recordTexts}
 */
export function eventFrames(
  events: readonly LogEvent[],
  records: ReadonlyMap<string, string>,
  { before, textOf = JSON.stringify }: FrameOptions = {},
): EventFrame[] {
  if (events.length === 0) return [{ data: frame([], [...records.values()], before), events }];
  const frames: EventFrame[] = [];
  let held: LogEvent[] = [];
  let texts: string[] = [];
  let size = 0;
  const close = () => {
    const ids = new Set(held.map(event => event.conversation));
    const carried = [...ids].flatMap(id => records.get(id) ?? []);
    const until = before === undefined ? undefined : (held.at(-1)?.seq ?? 0) + 1;
    frames.push({ data: frame(texts, carried, until), events: held });
    [held, texts, size] = [[], [], 0];
  };
  for (const event of events) {
    const text = textOf(event);
    held.push(event);
    texts.push(text);
    size += text.length;
    if (size >= FRAME_CHARS) close();
  }
  if (held.length > 0) close();
  return frames;
}

/** Records as texts by their ids: readers that are told of the same ones share the work. */
export function recordTexts(records: Iterable<Conversation>): ReadonlyMap<string, string> {
  return new Map(Array.from(records, record => [record.id, JSON.stringify(record)]));
}

function frame(events: readonly string[], records: readonly string[], before?: number): string {
  const until = before === undefined ? '' : `,"before":${before}`;
  return `{"t":"events","events":[${events.join(',')}],"conversations":[${records.join(',')}]${until}}`;
}
