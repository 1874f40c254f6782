import type { CloseCodeNumber } from '@handrail/protocol';

/** What a wire tells the connection that works on it. */
export interface WireEvents {
  /** A frame came in; `null` when it was binary. */
  received(text: string | null): void;
  /** A sign of life that is no frame. */
  heard(): void;
  /** Nothing can be sent any more. Comes once, also after `close`. `code` is the other side's, 1006 where it gave none. */
  closed(code: number): void;
  failed(error: Error): void;
}

/**
 * What carries the frames of one connection. A connection knows nothing else of the network, so every transport obeys
 * the same rules.
 */
export interface Wire {
  /** Begins to tell; called once, before the wire tells anything. */
  listen(events: WireEvents): void;
  /** Frames arrive whole and in order. `left` is called when this one was handed to the network. */
  send(data: string, left: () => void): void;
  /** Bytes given to `send` that have not left yet. */
  buffered(): number;
  /** What is sent until `uncork` leaves together. */
  cork(): void;
  uncork(): void;
  /** Says why, behind everything that was sent, then ends. */
  close(code: CloseCodeNumber, reason: string): void;
  /** Ends at once, without a word. */
  terminate(): void;
}
