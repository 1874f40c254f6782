import { decodeServerFrame } from '@handrail/protocol';
import type { ResponseLike } from '../environment.js';
import { asError } from '../http.js';
import { createLine, type Line, type LineParts, readHello } from './line.js';
import { createPosting } from './posting.js';
import { createEventReader, type SentEvent } from './readEvents.js';
import type { OpenTransport } from './transport.js';

/** Silence after which the stream counts as dead, beyond the heartbeat's longest interval. */
const DEAD_AFTER_MS = 10_000;

interface Globals {
  TextDecoder: new () => { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };
}

/**
 * Frames down as one long response, frames up as requests.
 * @param silent called in place of `closed` when the server was reached and nothing came through: something on the way
 * holds the answer back, or the runtime cannot read it in pieces
 */
export function eventStreamTransport(parts: LineParts, silent: () => void): OpenTransport {
  return events => {
    let isHeldBack = false;
    const line = createLine(parts, { ...events, closed: close => (isHeldBack ? silent() : events.closed(close)) });
    const clock = createWatch(parts, line, () => {
      isHeldBack = true;
    });
    let post: ((text: string) => void) | null = null;
    let id: string | undefined;

    const hear = ({ event, data }: SentEvent) => {
      clock.heard(data);
      if (event === 'open') id = (JSON.parse(data) as { stream: string }).stream;
      else if (event === 'close') {
        const { code, reason } = JSON.parse(data) as { code: number; reason: string };
        line.end(code, reason);
      } else if (event === '' && !line.isOver()) events.received(data);
    };
    async function listen(hello: string, token: string) {
      clock.start();
      try {
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
        const init = { method: 'POST', headers, body: hello, ...line.signal };
        const response = await parts.environment.fetch(`${parts.server}/api/v1/stream`, init);
        if (!response.ok) throw await asError(response);
        await readAll(response, line, createEventReader(hear));
        clock.ended();
        line.end(1006, 'The stream ended.');
      } catch (error) {
        line.fail(error);
      }
      clock.stop();
    }

    void Promise.resolve().then(() => {
      if (!line.isOver()) events.opened('eventStream');
    });
    return {
      send(text) {
        if (line.isOver()) return;
        if (post) return post(text);
        const { site, token } = readHello(text);
        post = createPosting(line, site, token, () => id);
        void listen(text, token);
      },
      close: line.end,
    };
  };
}

async function readAll({ body }: ResponseLike, line: Line, read: (text: string) => void): Promise<void> {
  const { TextDecoder } = globalThis as unknown as Globals;
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (line.isOver()) await reader.cancel();
    if (done || line.isOver()) return;
    read(decoder.decode(value, { stream: true }));
  }
}

/** Notices that nothing comes: at first, where something holds it back, and later, where the stream is dead. */
function createWatch({ environment, connectTimeout }: LineParts, line: Line, heldBack: () => void) {
  let timer: unknown;
  let beatMs = 0;
  let isFirst = true;
  const ended = () => {
    if (isFirst) heldBack();
  };
  const start = () => {
    environment.clearTimeout(timer);
    timer = environment.setTimeout(
      () => {
        ended();
        line.end(4009, 'silence');
      },
      isFirst ? connectTimeout : beatMs * 1.2 + DEAD_AFTER_MS,
    );
  };
  return {
    start,
    heard(data: string) {
      isFirst = false;
      const frame = beatMs === 0 ? decodeServerFrame(data) : null;
      beatMs = frame?.t === 'welcome' ? frame.limits.beatMs : beatMs;
      start();
    },
    ended,
    stop: () => environment.clearTimeout(timer),
  };
}
