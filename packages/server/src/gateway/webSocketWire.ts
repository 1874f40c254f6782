import type { Duplex } from 'node:stream';
import type { CloseCodeNumber } from '@handrail/protocol';
import type { ProtocolSocket } from './protocolSocket.js';
import type { Wire, WireEvents } from './wire.js';

/** Bytes a WebSocket's close frame has for the reason. */
const REASON_BYTES = 123;

/** Text, whatever it is sent as. */
const TEXT = { binary: false };

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

  constructor(socket: ProtocolSocket, stream: Duplex) {
    this.#socket = socket;
    this.#stream = stream;
  }

  listen(events: WireEvents): void {
    this.#socket.tell(events);
  }

  send(data: string | Buffer, left: () => void): void {
    this.#socket.send(data, TEXT, left);
  }

  buffered(): number {
    return this.#socket.bufferedAmount;
  }

  cork(): void {
    this.#stream.cork();
  }

  uncork(): void {
    this.#stream.uncork();
  }

  close(code: CloseCodeNumber, reason: string): void {
    this.#socket.close(code, Buffer.from(reason).subarray(0, REASON_BYTES));
  }

  terminate(): void {
    this.#socket.terminate();
  }
}
