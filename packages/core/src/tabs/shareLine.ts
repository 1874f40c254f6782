import { type ClientFrame, encode, type Hello, type Welcome } from '@handrail/protocol';
import type { Environment } from '../environment.js';
import type { Thread } from '../thread.js';
import type { OpenTransport, Transport, TransportEvents } from '../transport/transport.js';
import { answerHello } from './answerHello.js';
import { createFollowing, type Following } from './following.js';
import { createLeadership } from './leadership.js';
import type { TabMessage, TabsLike } from './tabs.js';

/** What the shared line needs. */
export interface ShareLineParts {
  readonly environment: Pick<Environment, 'setTimeout' | 'clearTimeout'>;
  readonly tabs: TabsLike;
  /** The same for all tabs that may share: site and server. */
  readonly name: string;
  /** Unique among them. */
  readonly tab: string;
  /** Picks a transport of this tab's own. */
  readonly pick: () => Promise<OpenTransport>;
  /** What this tab knows, to answer others with; `null` before it was ever welcome. */
  readonly known: () => Known | null;
  /** The leader's line is there: a waiting session may hurry. */
  readonly online: () => void;
}

/** What a tab that leads answers from. */
export interface Known {
  readonly token: string | undefined;
  readonly welcome: Welcome;
  readonly threads: readonly Thread[];
}

/** One line to the server for all tabs of a browser. */
export interface SharedLine {
  readonly open: OpenTransport;
  /** The session was welcome on this tab's own line: others may come. */
  welcomed(): void;
  /** Lets another tab lead; the next `open` comes back. */
  leave(): void;
  /** Leaves for good. */
  end(): void;
}

/**
 * The tab that holds the lock opens the line; the others pass their frames through it and hear what it hears. It is an
 * optimisation only: each tab keeps its own cursors and outbox, so a tab whose leader is silent, dead or somebody
 * else's opens a line of its own and loses nothing.
 */
export function shareLine(parts: ShareLineParts): SharedLine {
  const { environment, tab } = parts;
  const channel = parts.tabs.openChannel(parts.name);
  let own: Transport | null = null;
  let isWelcome = false;
  let tell: ((text: string) => void) | null = null;
  let following: Following | null = null;
  const leadership = createLeadership(parts.tabs.locks, parts.name, () => {
    following?.end(4000, 'The tab that held the line ended.');
    if (isWelcome) post({ t: 'online' });
  });
  const post = (message: TabMessage) => channel.postMessage(message);

  function openOwn(open: OpenTransport, events: TransportEvents): Transport {
    isWelcome = false;
    tell = events.received;
    const mine = open({
      ...events,
      received(text) {
        if (isWelcome && leadership.held()) post({ t: 'down', to: null, text });
        events.received(text);
      },
      closed(close) {
        if (own === mine) own = null;
        if (isWelcome && leadership.held()) post({ t: 'gone', to: null, ...close });
        isWelcome = false;
        events.closed(close);
      },
    });
    own = mine;
    return {
      ...mine,
      send(text) {
        mine.send(text);
        const heard = isWelcome && leadership.held() ? echo(text) : null;
        if (heard) post({ t: 'down', to: null, text: heard });
      },
    };
  }

  function serve(message: TabMessage) {
    if (!leadership.held()) return;
    if (message.t === 'up') return pass(message.text);
    if (message.t !== 'hello') return;
    const to = message.from;
    if (!isWelcome) return post({ t: 'gone', to, code: 4000, reason: 'The tab that holds the line is not online.' });
    const hello = JSON.parse(message.text) as Hello;
    const known = parts.known();
    if (known?.token !== hello.token) return post({ t: 'alone', to });
    for (const frame of answerHello(hello, known.welcome, known.threads)) post({ t: 'down', to, text: encode(frame) });
  }

  /** The server tells marks to all connections but the one they came from, which here is several tabs. */
  function echo(text: string): string | null {
    const frame = JSON.parse(text) as ClientFrame;
    if (frame.t !== 'marks') return null;
    const { conversation, delivered, read } = frame;
    return encode({ t: 'marks', conversation, side: 'visitor', delivered, read });
  }

  function pass(text: string) {
    if (!isWelcome) return;
    own?.send(text);
    const heard = echo(text);
    if (!heard) return;
    post({ t: 'down', to: null, text: heard });
    tell?.(heard);
  }

  function hear(message: TabMessage) {
    if (message.t === 'hello' || message.t === 'up') return serve(message);
    if (message.t === 'online') return parts.online();
    if (message.to === tab || message.to === null) following?.hear(message);
  }

  function open(events: TransportEvents): Transport {
    let inner: Transport | null = null;
    let ended = false;
    const once: TransportEvents = {
      ...events,
      closed(close) {
        if (ended) return;
        ended = true;
        events.closed(close);
      },
    };
    const fail = (error: unknown) => once.closed({ code: 0, reason: String(error) });
    const goAlone = async () => {
      const open = await parts.pick();
      if (!ended) inner = openOwn(open, once);
    };
    const follow = () => {
      following = createFollowing({
        ...once,
        alone: () => void goAlone().catch(fail),
        post,
        tab,
        environment,
        done: () => (following = null),
      });
      inner = following;
      once.opened('tab');
    };
    leadership
      .ask()
      .then(leads => {
        if (ended) return;
        return leads ? goAlone() : follow();
      })
      .catch(fail);
    return {
      send: text => inner?.send(text),
      close(code, reason) {
        inner?.close(code, reason);
        once.closed({ code, reason });
      },
    };
  }

  channel.onmessage = (event: { data: unknown }) => hear(event.data as TabMessage);
  return {
    open,
    welcomed() {
      if (!own) return;
      isWelcome = true;
      if (leadership.held()) post({ t: 'online' });
    },
    leave: leadership.release,
    end() {
      leadership.release();
      channel.close();
    },
  };
}

/** The function, for who loads it only where it is of use. */
export type ShareLine = typeof shareLine;
