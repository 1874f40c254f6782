import {
  type ClientFrame,
  type CloseCodeNumber,
  decodeServerFrame,
  type ErrorCodeName,
  encode,
  type Hello,
  mayComeBack,
  type ServerFrame,
  type Welcome,
} from '@handrail/protocol';
import { backoff } from './backoff.js';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';
import type { OpenTransport, Transport, TransportName } from './transport/transport.js';

/**
 * Where a connection stands. `idle`: not needed. `connecting`: on the way. `online`: welcomed, over `transport`. `waiting`: lost, comes
 * back by itself at `retryAt`. `closed`: stopped for `reason`, by its stable `code`; only a new call starts it again.
 */
export type Connection =
  | { readonly state: 'idle' }
  | { readonly state: 'connecting' }
  | { readonly state: 'online'; readonly transport: TransportName }
  | { readonly state: 'waiting'; readonly reason: string; readonly retryAt: number }
  | { readonly state: 'closed'; readonly reason: string; readonly code?: ErrorCodeName };

/** What a session needs, and whom it tells. */
export interface SessionParts {
  readonly environment: Environment;
  /** Picks what carries the next connection. */
  readonly pick: () => Promise<OpenTransport>;
  /** Makes the first frame, getting a token when there is none yet. */
  readonly hello: () => Promise<Hello>;
  /** The token has run out. Answers whether the next `hello` comes with another; without one the session stops. */
  readonly renew?: () => boolean;
  readonly onConnection: (connection: Connection) => void;
  readonly onWelcome: (welcome: Welcome) => void;
  readonly onFrame: (frame: ServerFrame) => void;
}

/** One connection that keeps itself alive. The only place that knows the order of frames. */
export interface Session {
  /**
   * Starts, or hurries a waiting session: at most once a second, not before the server said, and without making the
   * next wait longer. Whoever writes on while the server is gone calls this with every message.
   */
  connect(): void;
  /** Ends the wait of a waiting session; does nothing in any other state. */
  hurry(): void;
  /** Sends at once when online; otherwise answers `false` and drops the frame. */
  send(frame: ClientFrame): boolean;
  /** Drops the connection and comes back with a new `hello`: the way out when this side is behind. */
  resync(): void;
  /** Ends the connection and stops coming back. */
  close(reason?: string): void;
}

/** Silence after which a connection counts as dead, beyond the heartbeat's longest interval. */
const DEAD_AFTER_MS = 10_000;
/** A hurried session does not try more often. */
const HURRY_MS = 1_000;
/** Time online after which the next loss starts again with short waits. */
const HEALTHY_MS = 10_000;

/** What the codes that stop a client mean as errors. */
const STOPPED: Readonly<Partial<Record<CloseCodeNumber, ErrorCodeName>>> = {
  4500: 'unauthenticated',
  4501: 'bad_frame',
  4502: 'origin_not_allowed',
  4503: 'forbidden',
  4505: 'unsupported_version',
};

/** Wires transport, first frame, heartbeat and return. */
export function createSession(parts: SessionParts): Session {
  const { environment } = parts;
  let transport: Transport | null = null;
  let carrier: TransportName = 'webSocket';
  let generation = 0;
  let attempt = 0;
  let onlineSince = 0;
  let floorMs = 0;
  /** Before this, in `environment.now`, nobody hurries a waiting session. */
  let notBefore = 0;
  let beatMs = 25_000;
  let retry: unknown;
  let pulse: unknown;
  let death: unknown;
  let state: Connection = { state: 'idle' };
  let lastSent = 0;
  let stopWake: () => void = () => {};

  const become = (next: Connection) => {
    state = next;
    parts.onConnection(next);
  };
  const chance = () => {
    const [a = 0, b = 0] = environment.random(new Uint8Array(2));
    return (a * 256 + b) / 65_536;
  };

  function connect() {
    if (state.state === 'connecting' || state.state === 'online') return;
    if (state.state === 'idle' || state.state === 'closed') listen();
    environment.clearTimeout(retry);
    become({ state: 'connecting' });
    const mine = ++generation;
    // A request for a token may hang as well as a socket.
    watchForDeath();
    Promise.all([parts.hello(), parts.pick()]).then(
      ([hello, open]) => {
        if (mine === generation) dial(mine, hello, open);
      },
      (error: unknown) => {
        if (mine === generation) lost(0, error);
      },
    );
  }

  function listen() {
    const stops = [environment.onWake(wake), environment.onSleep(sleep)];
    stopWake = () => {
      for (const stop of stops) stop();
    };
  }

  function dial(mine: number, hello: Hello, open: OpenTransport) {
    try {
      const opened = open({
        opened: name => {
          carrier = name;
          if (mine === generation) put(hello);
        },
        received: text => {
          if (mine === generation) received(text);
        },
        hello: () => parts.hello().then(encode),
        closed: ({ code, reason }) => {
          if (mine === generation) lost(code, new HandrailError('offline', reason || `connection closed with ${code}`));
        },
      });
      // It may have ended while it was being opened.
      if (mine !== generation) return opened.close(1000, 'too late');
      transport = opened;
      watchForDeath();
    } catch (error) {
      if (mine === generation) lost(0, error);
    }
  }

  function received(text: string) {
    watchForDeath();
    const frame = decodeServerFrame(text);
    if (!frame) return;
    if (frame.t === 'welcome') {
      beatMs = frame.limits.beatMs;
      watchForDeath();
      onlineSince = environment.now();
      become({ state: 'online', transport: carrier });
      beat();
      parts.onWelcome(frame);
    } else if (frame.t === 'bye') {
      floorMs = frame.retryAfter * 1000;
      transport?.close(frame.code, 'bye');
    } else {
      if (frame.t === 'beat') answerBeat();
      parts.onFrame(frame);
    }
  }

  function put(frame: ClientFrame) {
    lastSent = environment.now();
    transport?.send(encode(frame));
  }

  /** Timers of a hidden page may come once a minute, too late for the server's patience; its frames come in time. */
  function answerBeat() {
    const silence = environment.now() - lastSent;
    // The clock may have been set back.
    if (silence < 0 || silence > beatMs * 0.75) put({ t: 'ping' });
  }

  function beat() {
    environment.clearTimeout(pulse);
    pulse = environment.setTimeout(() => {
      put({ t: 'ping' });
      beat();
    }, beatMs);
  }

  function watchForDeath(ms = beatMs * 1.2 + DEAD_AFTER_MS) {
    environment.clearTimeout(death);
    death = environment.setTimeout(() => {
      if (transport) transport.close(4009, 'silence');
      else lost(0, new HandrailError('timeout'));
    }, ms);
  }

  function lost(code: number, error: unknown) {
    forget();
    const known = error instanceof HandrailError ? error : null;
    const reason = known?.message ?? String(error);
    const why = `${known?.code ?? code}: ${reason}`;
    if (!mayComeBack(code)) return stop(STOPPED[code as CloseCodeNumber] ?? 'forbidden', why);
    if (code === 4001 && !parts.renew?.()) return stop('token_expired', why);
    if (known && !known.retryable && code === 0) return stop(known.code, why);
    if (onlineSince > 0 && environment.now() - onlineSince > HEALTHY_MS) attempt = 0;
    onlineSince = 0;
    const floor = Math.max(floorMs, (known?.retryAfter ?? 0) * 1000);
    const wait = floor + backoff(attempt++, chance());
    floorMs = 0;
    const now = environment.now();
    notBefore = now + Math.max(floor, HURRY_MS);
    become({ state: 'waiting', reason, retryAt: now + wait });
    retry = environment.setTimeout(connect, wait);
  }

  function forget() {
    generation++;
    for (const handle of [retry, pulse, death]) environment.clearTimeout(handle);
    transport = null;
  }

  function stop(code: ErrorCodeName, reason: string) {
    stopWake();
    become({ state: 'closed', reason, code });
  }

  function wake() {
    // Whatever made the waits longer belongs to the network that was.
    attempt = 0;
    if (state.state === 'waiting') connect();
    else if (state.state === 'online') {
      // After a sleep the socket may be dead without knowing it: an answer is due soon.
      put({ t: 'ping' });
      watchForDeath(DEAD_AFTER_MS);
    }
  }

  /** A page that is kept for the way back may hold no connection; `wake` brings it back. */
  function sleep() {
    if (state.state !== 'connecting' && state.state !== 'online') return;
    const leaving = transport;
    forget();
    leaving?.close(1000, 'the page was put away');
    become({ state: 'waiting', reason: 'The page was put away.', retryAt: environment.now() });
  }

  /** A try that was asked for is none of the growing waits. */
  function hurryOnce() {
    if (environment.now() < notBefore) return;
    attempt = Math.max(0, attempt - 1);
    connect();
  }

  return {
    connect: () => (state.state === 'waiting' ? hurryOnce() : connect()),
    hurry() {
      if (state.state === 'waiting') connect();
    },
    send(frame) {
      if (state.state !== 'online' || !transport) return false;
      put(frame);
      return true;
    },
    resync: () => transport?.close(4010, 'resync'),
    close(reason = 'closed by the application') {
      const leaving = transport;
      forget();
      leaving?.close(1000, 'closed');
      if (state.state !== 'idle' && state.state !== 'closed') stop('destroyed', reason);
    },
  };
}
