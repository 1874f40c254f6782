import type { SocketClass } from './environment.js';

/** Runtimes with a WebSocket of their own need none from here. */
export const packagedWebSocket: SocketClass | undefined = undefined;
