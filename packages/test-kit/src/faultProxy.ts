import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createLane, type Lane, type Way, type Weather } from './lane.js';

/** A TCP proxy that treats connections badly on command. Faults hold for old and new connections until they are lifted. */
export interface FaultProxy {
  readonly port: number;
  /** Connections now open through it. */
  connections(): number;
  /** Holds every chunk for so many milliseconds; 0 ends it. Order is kept. */
  delay(ms: number): void;
  /** Lets so many bytes a second pass each way of each connection. */
  throttle(bytesPerSecond: number): void;
  /** Passes bytes on in pieces of this size, each in a write of its own; 1 is the hardest a reader can get. */
  chop(bytes: number): void;
  /**
   * Swallows everything that goes this way, without a word to either side. When it is lifted, connections that lost
   * bytes are reset: what follows a hole would make no sense. `down` eats what the server says, acknowledgements too.
   */
  blackhole(way: Way): void;
  /** Refuses new connections. */
  refuse(): void;
  /** Lifts every fault above. */
  heal(): void;
  /** Lets so many more bytes of each open connection pass this way, then resets it: a cut in the middle of a frame. */
  cutAfter(way: Way, bytes: number): void;
  /** Ends one way of every open connection; the other stays open as long as its sides like. */
  halfClose(way: Way): void;
  /** Resets every open connection now. */
  cut(): void;
  /** Where new connections go from now on, for a server that came back elsewhere. */
  aim(target: number): void;
  close(): Promise<void>;
}

interface Passage {
  readonly lanes: Readonly<Record<Way, Lane>>;
  end(): void;
}

/**
 * Listens on a free port of 127.0.0.1 and passes everything on to `target`.
 * @param target port of the server on 127.0.0.1
 */
export async function faultProxy(target: number): Promise<FaultProxy> {
  const weather: Weather = { ...FAIR, holes: new Set() };
  const open = new Set<Passage>();
  let refused = false;
  let aimed = target;

  const server = createServer({ allowHalfOpen: true, noDelay: true }, client => {
    if (refused) client.resetAndDestroy();
    else pass(client, connect({ port: aimed, host: '127.0.0.1', allowHalfOpen: true, noDelay: true }), weather, open);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const endAll = (which: (passage: Passage) => boolean = () => true) => {
    for (const passage of [...open].filter(which)) passage.end();
  };
  const each = (use: (passage: Passage) => void) => {
    for (const passage of open) use(passage);
  };

  return {
    port: (server.address() as AddressInfo).port,
    connections: () => open.size,
    delay(ms) {
      weather.delayMs = ms;
    },
    throttle(bytesPerSecond) {
      weather.bytesPerSecond = bytesPerSecond;
    },
    chop(bytes) {
      weather.pieceBytes = bytes;
    },
    blackhole: way => void weather.holes.add(way),
    refuse() {
      refused = true;
    },
    heal() {
      Object.assign(weather, FAIR);
      weather.holes.clear();
      refused = false;
      endAll(({ lanes }) => lanes.up.broken || lanes.down.broken);
    },
    cutAfter: (way, bytes) => each(({ lanes }) => lanes[way].cutAfter(bytes)),
    halfClose: way => each(({ lanes }) => lanes[way].shut()),
    cut: () => endAll(),
    aim(port) {
      aimed = port;
    },
    close: () =>
      new Promise(resolve => {
        endAll();
        server.close(() => resolve());
      }),
  };
}

const FAIR = { delayMs: 0, pieceBytes: Infinity, bytesPerSecond: Infinity };

function pass(client: Socket, upstream: Socket, weather: Weather, open: Set<Passage>) {
  const end = () => {
    open.delete(passage);
    client.resetAndDestroy();
    upstream.resetAndDestroy();
  };
  const passage: Passage = {
    lanes: {
      up: createLane('up', client, upstream, weather, end),
      down: createLane('down', upstream, client, weather, end),
    },
    end,
  };
  open.add(passage);
  for (const socket of [client, upstream]) {
    socket.on('error', end);
    socket.on('close', () => {
      if (client.destroyed && upstream.destroyed) open.delete(passage);
    });
  }
}
