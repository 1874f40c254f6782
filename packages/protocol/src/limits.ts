/**
 * What one client may ask of a server. Every number is an option of the server; a client learns the server's values
 * in `welcome` and keeps to them.
 */
export interface Limits {
  /** Bytes (UTF-8) of one message's text. Default 16 KiB. A longer text is refused with `text_too_long`, and kept. */
  readonly textBytes: number;
  /** Bytes of one frame. Default 64 KiB. A larger one closes the connection with 4501. */
  readonly frameBytes: number;
  /** Bytes of the story a handoff carries. Default 48 KiB, so that it fits one frame. */
  readonly storyBytes: number;
  /** WebSocket fragments of one frame. Default 16. */
  readonly fragments: number;
  /** Chunks `ws` buffers while it assembles a frame. Default 256. */
  readonly bufferedChunks: number;
  /** Milliseconds a connection may stay without a valid `hello`. Default 5,000. */
  readonly helloMs: number;
  /** Events a client may have sent without an acknowledgement. Default 32. */
  readonly unacked: number;
  /** Events one connection may send in ten seconds. Default 60; above it: `rate_limited`, and at double 4029. */
  readonly eventsPerTenSeconds: number;
  /** Events one `fetch` may return. Default 200. */
  readonly fetchEvents: number;
  /** Bytes of one attached file. Default 10 MiB. A larger one is refused with `too_large` before it is sent. */
  readonly fileBytes: number;
  /** Files of one message. Default 5, at most 20. */
  readonly filesPerMessage: number;
  /** Milliseconds between heartbeats, spread by 20 %. Default 25,000. */
  readonly beatMs: number;
  /** Bytes buffered towards a slow reader before events wait in the store. Default 256 KiB. */
  readonly slowBytes: number;
  /** Bytes buffered towards a slow reader before it is cut with 4008. Default 1 MiB. */
  readonly cutBytes: number;
  /** Milliseconds a reader may stay above `slowBytes` before it is cut with 4008. Default 30,000. */
  readonly cutMs: number;
  /** Milliseconds the close code 4008 may wait behind what was not read before the socket is ended without it. Default 1,000. */
  readonly lastWordMs: number;
  /** Writes waiting for the store before `nack busy`. Default 10,000. */
  readonly commitQueue: number;
}

/** The defaults, as measured to be safe on one small machine. */
export const DEFAULT_LIMITS: Limits = Object.freeze({
  textBytes: 16 * 1024,
  frameBytes: 64 * 1024,
  storyBytes: 48 * 1024,
  fragments: 16,
  bufferedChunks: 256,
  helloMs: 5_000,
  unacked: 32,
  eventsPerTenSeconds: 60,
  fetchEvents: 200,
  fileBytes: 10 * 1024 * 1024,
  filesPerMessage: 5,
  beatMs: 25_000,
  slowBytes: 256 * 1024,
  cutBytes: 1024 * 1024,
  cutMs: 30_000,
  lastWordMs: 1000,
  commitQueue: 10_000,
});
