import { WebSocket } from 'ws';

/** An open socket; what it receives comes as text. Rejects when it could not be opened. */
export function openSocket(url: string, onText: (text: string, socket: WebSocket) => void): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.on('message', data => onText(String(data), socket));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      // Servers are killed at the end of a round; their sockets then end with an error nobody needs.
      socket.on('error', () => {});
      resolve(socket);
    });
  });
}

/** Makes `count` of something, fifty at a time, in order. */
export async function openMany<T>(count: number, open: (place: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  while (all.length < count) {
    const from = all.length;
    const size = Math.min(50, count - from);
    all.push(...(await Promise.all(Array.from({ length: size }, (_, i) => open(from + i)))));
  }
  return all;
}
