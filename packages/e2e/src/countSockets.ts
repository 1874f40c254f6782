import type { Page } from 'playwright-core';

/** Sockets now open in a page. */
export function countSockets(page: Page): () => number {
  let open = 0;
  page.on('websocket', socket => {
    open += 1;
    socket.on('close', () => {
      open -= 1;
    });
  });
  return () => open;
}
