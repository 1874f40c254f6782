import type { SocketLike } from '../environment.js';
import type { OpenTransport } from './transport.js';

/**
 * Frames over a WebSocket.
 * @param url `ws:` or `wss:` address
 * @param WebSocket the runtime's class, or the one of the `ws` package
 */
export function webSocketTransport(url: string, WebSocket: new (url: string) => SocketLike): OpenTransport {
  return events => {
    const socket = new WebSocket(url);
    let ended = false;
    const end = (code: number, reason: string) => {
      if (ended) return;
      ended = true;
      events.closed({ code, reason });
    };
    socket.onopen = () => events.opened('webSocket');
    socket.onmessage = (event: { data: unknown }) => {
      if (!ended) events.received(String(event.data));
    };
    socket.onclose = (event: { code: number; reason: unknown }) => end(event.code, String(event.reason));
    // An error is always followed by a close, which carries the code.
    socket.onerror = () => {};
    return {
      send: text => {
        if (!ended) socket.send(text);
      },
      close: (code, reason) => {
        // A browser takes no other codes, and the code may be the server's.
        socket.close(code === 1000 || (code >= 3000 && code <= 4999) ? code : 1000, reason);
        // A dead peer never confirms; the session must not wait for it.
        end(code, reason);
      },
    };
  };
}
