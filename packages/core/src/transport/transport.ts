/** How a connection ended. `code` is a close code of the protocol or of the socket itself. */
export interface TransportClose {
  readonly code: number;
  readonly reason: string;
}

/** What a transport tells its session. */
export interface TransportEvents {
  opened(): void;
  received(text: string): void;
  /** Exactly once, after which nothing is told any more. */
  closed(close: TransportClose): void;
}

/**
 * One connection: texts in order, until it closes. Contract: `opened` comes before the first `received`; `closed`
 * comes once, also when the connection never opened or `close` was called; `send` after the end is ignored.
 */
export interface Transport {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Bytes given to `send` that have not left yet. */
  buffered(): number;
}

/** Opens a connection. */
export type OpenTransport = (events: TransportEvents) => Transport;
