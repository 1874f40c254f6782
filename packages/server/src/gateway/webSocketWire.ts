import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Wire } from './wire.js';

/** Bytes a WebSocket's close frame has for the reason. */
const REASON_BYTES = 123;

/**
 * Frames over a WebSocket.
 * @param stream what the socket writes to
 */
export function webSocketWire(socket: WebSocket, stream: Duplex): Wire {
  return {
    listen(events) {
      socket.on('message', (data, isBinary) => events.received(isBinary ? null : String(data)));
      socket.on('ping', events.heard);
      socket.on('error', events.failed);
      socket.on('close', events.closed);
    },
    send: (data, left) => socket.send(data, { binary: false }, left),
    buffered: () => socket.bufferedAmount,
    cork: () => stream.cork(),
    uncork: () => stream.uncork(),
    close: (code, reason) => socket.close(code, Buffer.from(reason).subarray(0, REASON_BYTES)),
    terminate: () => socket.terminate(),
  };
}
