import { WebSocket } from 'ws';
import type { SocketClass } from './environment.js';

/** Node 20 has no WebSocket; the `ws` package fits what the SDK needs of one. */
export const packagedWebSocket: SocketClass | undefined = WebSocket as unknown as SocketClass;
