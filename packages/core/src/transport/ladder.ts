import type { SocketClass } from '../environment.js';
import type { LadderParts } from './fallback.js';
import type { OpenTransport } from './transport.js';
import { webSocketTransport } from './webSocket.js';

/** Misses after which something else is tried; one that took too long counts as so many. */
const MISSES = 2;
/** A server that takes longer, in milliseconds, to say that it would have let a socket in was not there when it was asked. */
const PROMPT_MS = 1_000;

/**
 * Picks what carries the next connection: a WebSocket; where none opens in `connectTimeout`, or two in a row are refused, what
 * `fallbackTransport` finds. A miss counts only when the server says at once, right afterwards, that it would have let a
 * socket in, so that neither a restart nor a crowd nor a tunnel nor a standstill looks like a network without WebSocket.
 */
export function createLadder(parts: LadderParts): () => Promise<OpenTransport> {
  const { environment, storage, key, server } = parts;
  let misses = 0;
  const missed = (count: number) => {
    const asked = environment.now();
    environment.fetch(`${server}/api/v1/socket`).then(
      ({ ok }) => {
        if (ok && environment.now() - asked < PROMPT_MS) misses += count;
      },
      () => {},
    );
  };
  const socket =
    (WebSocket: SocketClass): OpenTransport =>
    events => {
      let isOpen = false;
      const opened = webSocketTransport(
        `${server.replace(/^http/, 'ws')}/api/v1/socket`,
        WebSocket,
      )({
        ...events,
        opened(name) {
          environment.clearTimeout(timer);
          isOpen = true;
          misses = 0;
          events.opened(name);
        },
        closed(close) {
          environment.clearTimeout(timer);
          if (!isOpen && close.code === 1006) missed(1);
          events.closed(close);
        },
      });
      const timer = environment.setTimeout(() => {
        missed(MISSES);
        opened.close(1000, 'late');
      }, parts.connectTimeout);
      return opened;
    };
  return async () => {
    const { WebSocket } = environment;
    const isRemembered = Number(storage.get(key)?.split(' ')[1]) > environment.now();
    if (WebSocket && misses < MISSES && !isRemembered) return socket(WebSocket);
    misses = 0;
    return (await import('./fallback.js')).fallbackTransport(parts);
  };
}
