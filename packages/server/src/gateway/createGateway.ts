import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Server as SocketServer, WebSocketServer } from 'ws';
import type { AllowsOrigin } from '../access/origins.js';
import { type Admission, createAdmission } from './admission.js';
import { type Connection, type ConnectionOptions, createConnection } from './connection.js';
import { type Doors, type DoorsParts, openDoors } from './openDoors.js';
import { ProtocolSocket } from './protocolSocket.js';
import { createSenders } from './senders.js';
import { webSocketWire } from './webSocketWire.js';

/** Where the socket listens. */
export const SOCKET_PATH = '/api/v1/socket';

/** Holds all connections of this process. */
export interface Gateway {
  /** Answers upgrades of this server from now on. */
  attach(server: Server): void;
  /** The other transports, for HTTP routes, which ask `admission` first. */
  readonly doors: Doors;
  readonly admission: Pick<Admission, 'connection' | 'request'>;
  /** Connections now, with or without hello. */
  size(): number;
  /** Lets nobody in any more, says bye to everybody spread over a while, and resolves when all are gone. */
  drain(): Promise<void>;
}

/** What the gateway is made of. */
export interface GatewayParts extends Omit<DoorsParts, 'senders'> {
  readonly allowsOrigin: AllowsOrigin;
  readonly clientAddress: (request: IncomingMessage) => string;
}

/** Time per connection a drain is spread over, in milliseconds, up to `drainMs`. */
const DRAIN_MS_EACH = 10;
/** How long a server that stops goes on refusing, in milliseconds, up to `drainMs`: a poll that was between two answers is told too. */
const LINGER_MS = 500;
/** How long a closed socket may take to say goodbye, in milliseconds. */
const CLOSE_MS = 2000;

export function createGateway(parts: GatewayParts): Gateway {
  const { limits, elapsed, chance } = parts;
  const connections = new Set<Connection>();
  const senders = createSenders(parts.decoder, limits, elapsed);
  const admission = createAdmission({ ...parts, senders, retryAfter: () => retryAfter(chance) });
  const sockets = createSocketServer(limits);
  const timer = setInterval(() => {
    for (const connection of connections) connection.tick();
    admission.prune();
  }, tickMs(limits));
  timer.unref();

  let polledAt = Number.NEGATIVE_INFINITY;
  const begin = (options: ConnectionOptions, carrier: { on(event: 'close', gone: () => void): unknown }) => {
    const connection = createConnection(options);
    connections.add(connection);
    carrier.on('close', () => connections.delete(connection));
  };
  const refusal = (request: IncomingMessage): UpgradeRefusal | null => {
    if (!request.url || new URL(request.url, 'http://local').pathname !== SOCKET_PATH) return { status: 404 };
    const refused = admission.connection(request);
    if (refused) return refused;
    return parts.allowsOrigin(null, request.headers.origin, request.headers.host) ? null : { status: 403 };
  };
  const doors = openDoors({ ...parts, senders }, begin);
  return {
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        const refused = refusal(request);
        if (refused) return refuse(socket, refused);
        sockets.handleUpgrade(request, socket, head, opened => {
          const { origin, host } = request.headers;
          begin({ wire: webSocketWire(opened, socket), request: { origin, host }, parts }, opened);
        });
      });
    },
    doors: {
      ...doors,
      poll(...asked) {
        polledAt = performance.now();
        return doors.poll(...asked).finally(() => {
          polledAt = performance.now();
        });
      },
    },
    admission,
    size: () => connections.size,
    async drain() {
      admission.stop();
      const spread = Math.min(limits.drainMs, connections.size * DRAIN_MS_EACH);
      await Promise.all([...connections].map(one => sayBye(one, chance, spread)));
      const end = performance.now() + CLOSE_MS;
      while (connections.size > 0 && performance.now() < end) await new Promise(resolve => setTimeout(resolve, 10));
      for (const connection of connections) connection.terminate();
      const linger = Math.min(limits.drainMs, LINGER_MS);
      if (performance.now() - polledAt < CLOSE_MS) await new Promise(resolve => setTimeout(resolve, linger));
      clearInterval(timer);
      sockets.close();
    },
  };
}

interface UpgradeRefusal {
  readonly status: 403 | 404 | 429 | 503;
  readonly retryAfter?: number;
}

function createSocketServer(limits: GatewayParts['limits']): SocketServer<typeof ProtocolSocket> {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    maxFragments: limits.fragments,
    maxBufferedChunks: limits.bufferedChunks,
    WebSocket: ProtocolSocket,
  });
}

/** Often enough for the shortest of the times that are looked at, at most once a second. */
function tickMs({ beatMs, helloMs, silenceMs, cutMs }: GatewayParts['limits']): number {
  return Math.max(10, Math.min(1000, beatMs / 5, helloMs / 5, silenceMs / 5, cutMs / 5));
}

function refuse(socket: Duplex, { status, retryAfter: seconds }: UpgradeRefusal): void {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Connection: close', 'Content-Length: 0'];
  if (seconds !== undefined) lines.push(`Retry-After: ${seconds}`);
  socket.on('error', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}

async function sayBye(connection: Connection, chance: () => number, spread: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, chance() * spread));
  connection.bye(retryAfter(chance));
}

/** Seconds: long enough for a restart, spread so that nobody comes back in step. */
function retryAfter(chance: () => number): number {
  return 1 + Math.ceil(chance() * 4);
}
