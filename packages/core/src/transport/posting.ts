import type { ClientFrame } from '@handrail/protocol';
import type { Line } from './line.js';

/** Characters of the frames one request carries, unless the first alone is longer: far below what a server takes. */
const MOST_CHARS = 16_000;
/** Frames of one request. */
const MOST_FRAMES = 32;
/** Milliseconds an answer may take; a commit that waits for a busy disk fits. */
const ANSWER_MS = 20_000;

/**
 * The way up of a transport without a socket. One request at a time, so that order is kept; what is said meanwhile goes together in the next one. A request that
 * fails ends the connection: the outbox sends again over the next one.
 * @param stream id of the event stream these frames belong to, once it is known
 */
export function createPosting(
  line: Line,
  site: string,
  first: string,
  stream: () => string | undefined,
): (text: string) => void {
  const waiting: string[] = [];
  let isFlying = false;
  let token = first;

  async function pump() {
    if (isFlying || waiting.length === 0 || line.isOver()) return;
    isFlying = true;
    const frames = waiting.splice(0, countOf(waiting)).map(text => JSON.parse(text) as ClientFrame);
    const id = stream();
    const body = { site, ...(id === undefined ? {} : { stream: id }), frames };
    try {
      line.deliver(await line.ask('/api/v1/frames', token, body, ANSWER_MS));
    } catch (error) {
      line.fail(error);
    }
    for (const frame of frames) if (frame.t === 'token') token = frame.token;
    isFlying = false;
    void pump();
  }

  return text => {
    waiting.push(text);
    void pump();
  };
}

function countOf(texts: readonly string[]): number {
  let chars = 0;
  const past = texts.findIndex((text, place) => {
    chars += text.length;
    return place > 0 && (chars > MOST_CHARS || place >= MOST_FRAMES);
  });
  return past < 0 ? texts.length : past;
}
