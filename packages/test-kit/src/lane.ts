import type { Socket } from 'node:net';

/** Which way bytes go: `up` from client to server, `down` from server to client. */
export type Way = 'up' | 'down';

/** What is wrong with the network now; read anew for every chunk. */
export interface Weather {
  /** Every chunk waits so many milliseconds. */
  delayMs: number;
  /** Bytes written at once; `Infinity` for as they come. */
  pieceBytes: number;
  bytesPerSecond: number;
  /** What goes these ways is swallowed. */
  readonly holes: Set<Way>;
}

/** One way of one connection. */
export interface Lane {
  /** Whether bytes were swallowed: what follows them would make no sense to the reader. */
  readonly broken: boolean;
  /** Lets so many more bytes pass, then ends the connection. */
  cutAfter(bytes: number): void;
  /** Tells the reader that nothing more comes, and swallows what does. */
  shut(): void;
}

/** Bytes that may wait in a lane before its writer is made to wait. */
const HELD = 256 * 1024;
/** Pieces a throttled second is cut into. */
const PIECES_PER_SECOND = 20;

/** Passes bytes from one socket to the other as the weather has it; the order is kept, `end` resets both sides. */
export function createLane(way: Way, from: Socket, to: Socket, weather: Weather, end: () => void): Lane {
  const queue: { readonly chunk: Buffer | null; readonly dueAt: number }[] = [];
  let running = false;
  let held = 0;
  let left = Infinity;
  let isShut = false;
  let broken = false;

  const put = (chunk: Buffer | null) => {
    queue.push({ chunk, dueAt: performance.now() + weather.delayMs });
    held += chunk?.length ?? 0;
    if (held > HELD) from.pause();
    if (!running) void run();
  };

  async function run() {
    running = true;
    for (let next = queue.shift(); next && !to.destroyed; next = queue.shift()) {
      const wait = next.dueAt - performance.now();
      if (wait > 0) await sleep(wait);
      if (next.chunk) await pass(next.chunk);
      else if (!isShut) to.end();
      held -= next.chunk?.length ?? 0;
      if (held <= HELD / 2) from.resume();
    }
    running = false;
  }

  async function pass(chunk: Buffer) {
    for (let at = 0; at < chunk.length && !to.destroyed; ) {
      if (isShut || weather.holes.has(way)) {
        broken = true;
        return;
      }
      const { pieceBytes, bytesPerSecond } = weather;
      const size = Math.ceil(Math.min(chunk.length - at, pieceBytes, bytesPerSecond / PIECES_PER_SECOND, left));
      if (size > 0) await write(to, chunk.subarray(at, at + size));
      at += size;
      left -= size;
      // The reset must not overtake the bytes before it.
      if (left <= 0) return void setTimeout(end, 5);
      if (bytesPerSecond < Infinity) await sleep((size / bytesPerSecond) * 1000);
      // The reader gets a turn, or it would find many pieces at once.
      else if (pieceBytes < Infinity) await new Promise(resolve => setImmediate(resolve));
    }
  }

  from.on('data', put);
  from.on('end', () => put(null));
  return {
    get broken() {
      return broken;
    },
    cutAfter(bytes) {
      left = bytes;
    },
    shut() {
      isShut = true;
      to.end();
    },
  };
}

const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

/** Resolves when the bytes left, or cannot any more. */
const write = (to: Socket, bytes: Buffer) => new Promise<void>(resolve => to.write(bytes, () => resolve()));
