import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Which way bytes go: `up` from client to server, `down` from server to client. */
export type Way = 'up' | 'down';

/** A TCP proxy that treats a connection badly on command. */
export interface CutProxy {
  readonly port: number;
  /** Connections now open through it. */
  connections(): number;
  /** Holds every chunk for so many milliseconds; 0 ends it. Order is kept. */
  delay(ms: number): void;
  /** Swallows everything that goes this way, without a word to either side; `null` lets bytes through again. */
  blackhole(way: Way | null): void;
  /** Lets so many more bytes pass this way, then resets the connection: a cut in the middle of a frame. */
  cutAfter(way: Way, bytes: number): void;
  /** Resets every open connection now. */
  cut(): void;
  /** Refuses new connections while `true`. */
  refuse(refused: boolean): void;
  close(): Promise<void>;
}

interface Faults {
  delayMs: number;
  hole: Way | null;
  left: Record<Way, number>;
  refused: boolean;
}

/**
 * Listens on a free port of 127.0.0.1 and passes everything on to `target`.
 * @param target port of the server on 127.0.0.1
 */
export async function cutProxy(target: number): Promise<CutProxy> {
  const faults: Faults = { delayMs: 0, hole: null, left: { up: Infinity, down: Infinity }, refused: false };
  const open = new Set<() => void>();

  const server = createServer(client => {
    if (faults.refused) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(target, '127.0.0.1');
    const end = () => {
      open.delete(end);
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    };
    open.add(end);
    pass('up', client, upstream, faults, end);
    pass('down', upstream, client, faults, end);
    for (const socket of [client, upstream]) {
      socket.on('error', end);
      socket.on('close', () => open.delete(end));
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const end of [...open]) end();
  };

  return {
    port: (server.address() as AddressInfo).port,
    connections: () => open.size,
    delay(ms) {
      faults.delayMs = ms;
    },
    blackhole(way) {
      faults.hole = way;
    },
    cutAfter(way, bytes) {
      faults.left[way] = bytes;
    },
    cut,
    refuse(refused) {
      faults.refused = refused;
    },
    close: () =>
      new Promise(resolve => {
        cut();
        server.close(() => resolve());
      }),
  };
}

function pass(way: Way, from: Socket, to: Socket, faults: Faults, end: () => void) {
  const forward = (chunk: Buffer) => {
    if (to.destroyed || faults.hole === way) return;
    const { left } = faults;
    if (chunk.length <= left[way]) {
      left[way] -= chunk.length;
      to.write(chunk);
      return;
    }
    const last = chunk.subarray(0, left[way]);
    left[way] = Infinity;
    // The reset must not overtake the bytes before it.
    to.write(last, () => setTimeout(end, 5));
    from.pause();
  };
  const later = (run: () => void) => (faults.delayMs > 0 ? setTimeout(run, faults.delayMs) : run());
  from.on('data', chunk => later(() => forward(chunk)));
  from.on('end', () => later(() => to.end()));
}
