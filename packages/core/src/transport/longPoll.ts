import type { Answer, ServerFrame } from '@handrail/protocol';
import { createLine, type LineParts, readHello } from './line.js';
import { createPosting } from './posting.js';
import type { OpenTransport } from './transport.js';

/** Milliseconds the first answer may take, which the server gives at once. */
const FIRST_MS = 10_000;
/** Added to the heartbeat's longest interval, by which a server answers in any case. */
const LATE_MS = 10_000;

/** Frames down as answers to one request after another, each with the cursors of its moment; frames up as requests. */
export function longPollTransport(parts: LineParts): OpenTransport {
  return events => {
    const line = createLine(parts, events);
    let post: ((text: string) => void) | null = null;

    async function poll(first: string) {
      let hello = first;
      let seen: string | undefined;
      let ms = FIRST_MS;
      try {
        while (!line.isOver()) {
          const said = readHello(hello);
          const answer = await line.ask('/api/v1/poll', said.token, { hello: said, ...(seen ? { seen } : {}) }, ms);
          const [greeting] = answer.frames;
          if (greeting?.t === 'welcome') ms = greeting.limits.beatMs * 1.2 + LATE_MS;
          line.deliver(seen === undefined ? answer : withoutGreeting(answer));
          seen = answer.seen;
          if (!line.isOver()) hello = await events.hello();
        }
      } catch (error) {
        line.fail(error);
      }
    }

    void Promise.resolve().then(() => {
      if (!line.isOver()) events.opened('longPoll');
    });
    return {
      send(text) {
        if (line.isOver()) return;
        if (post) return post(text);
        const { site, token } = readHello(text);
        post = createPosting(line, site, token, () => undefined);
        void poll(text);
      },
      close: line.end,
    };
  };
}

/** A session is welcomed once; what a later greeting has to tell are the records and whether a person can come. */
function withoutGreeting({ frames, ...rest }: Answer): Answer {
  const asNews = (frame: ServerFrame): ServerFrame[] => {
    if (frame.t !== 'welcome' || frame.resume === 'reset') return [frame];
    const { conversations, availability } = frame;
    return [
      { t: 'events', events: [], conversations },
      { t: 'availability', availability },
    ];
  };
  return { ...rest, frames: frames.flatMap(asNews) };
}
