/** How a connection ended. `code` is a close code of the protocol or of the socket itself. */
export interface TransportClose {
  readonly code: number;
  readonly reason: string;
}

/** What carries a connection, fastest first; `tab` is the line of another tab of this browser. */
export type TransportName = 'webSocket' | 'eventStream' | 'longPoll' | 'tab';

/** What a transport tells its session. */
export interface TransportEvents {
  /** Takes texts from now on; the first is `hello`. Says what carries them; again when that changed before `received`. */
  opened(name: TransportName): void;
  received(text: string): void;
  /** Exactly once, after which nothing is told any more. */
  closed(close: TransportClose): void;
  /** A new `hello` with the cursors of this moment, for transports of many requests. */
  hello(): Promise<string>;
}

/**
 * One connection: texts in order, until it closes. Contract: `opened` comes before the first `received`, and never
 * before the call that opened it has returned; `closed` comes once, also when the connection never opened or `close`
 * was called; `send` after the end is ignored. `transportContract` is the proof of a driver.
 */
export interface Transport {
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** Opens a connection. */
export type OpenTransport = (events: TransportEvents) => Transport;
