import type { Duplex } from 'node:stream';
import type { CloseCodeNumber } from '@handrail/protocol';
import { WebSocket } from 'ws';
import type { ProtocolSocket } from './protocolSocket.js';
import { frameSize, textFrames } from './textFrames.js';
import type { Wire, WireEvents } from './wire.js';

/** Bytes a WebSocket's close frame has for the reason. */
const REASON_BYTES = 123;

/**
 * Frames over a WebSocket.
 * @param stream what the socket writes to
 */
export function webSocketWire(socket: ProtocolSocket, stream: Duplex): Wire {
  return new WebSocketWire(socket, stream);
}

/** A class, because most connections have one: methods are shared where closures would be made for each. */
class WebSocketWire implements Wire {
  readonly #socket: ProtocolSocket;
  readonly #stream: Duplex;
  #corked = false;
  /** Sent while corked, with the bytes of each, and the size of their frames. */
  #texts: string[] = [];
  #sizes: number[] = [];
  #total = 0;
  #left: (() => void) | undefined;

  constructor(socket: ProtocolSocket, stream: Duplex) {
    this.#socket = socket;
    this.#stream = stream;
  }

  listen(events: WireEvents): void {
    this.#socket.tell(events);
  }

  send(data: string, left: () => void): void {
    const bytes = Buffer.byteLength(data);
    this.#texts.push(data);
    this.#sizes.push(bytes);
    this.#total += frameSize(bytes);
    this.#left = left;
    if (!this.#corked) this.#flush();
  }

  buffered(): number {
    return this.#socket.bufferedAmount + this.#total;
  }

  cork(): void {
    this.#corked = true;
  }

  uncork(): void {
    this.#corked = false;
    this.#flush();
  }

  close(code: CloseCodeNumber, reason: string): void {
    this.#flush();
    this.#socket.close(code, Buffer.from(reason).subarray(0, REASON_BYTES));
  }

  terminate(): void {
    this.#socket.terminate();
  }

  /** Frames of one turn are one piece: the socket library would hand over two for each. */
  #flush(): void {
    const [texts, sizes, total] = [this.#texts, this.#sizes, this.#total];
    if (total === 0) return;
    [this.#texts, this.#sizes, this.#total] = [[], [], 0];
    if (this.#socket.readyState === WebSocket.OPEN) this.#stream.write(textFrames(texts, sizes, total), this.#left);
  }
}
