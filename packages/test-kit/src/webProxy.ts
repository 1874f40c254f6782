import { type ClientRequest, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** An HTTP proxy as some networks have them: it spoils what it does not understand. */
export interface WebProxy {
  readonly origin: string;
  /** Paths of all requests, upgrades too, oldest first. */
  readonly requests: readonly string[];
  /** What becomes of WebSocket upgrades: let through, answered with 400, or never answered. Default: `pass`. */
  upgrades(what: 'pass' | 'refuse' | 'hang'): void;
  /** Keeps every answer until it is complete, so that a stream never shows. Default: `false`. */
  holdBack(held: boolean): void;
  /** Ends every connection that is open now; new ones are taken. */
  cut(): void;
  close(): Promise<void>;
}

interface Faults {
  upgrades: 'pass' | 'refuse' | 'hang';
  isHeld: boolean;
}

/**
 * Listens on a free port of 127.0.0.1.
 * @param target origin of the server behind it
 */
export async function webProxy(target: string): Promise<WebProxy> {
  const faults: Faults = { upgrades: 'pass', isHeld: false };
  const requests: string[] = [];
  const open = new Set<Duplex>();
  const server = createServer((asked, answer) => {
    requests.push(asked.url ?? '');
    pass(target, asked, answer, faults);
  });
  server.on('connection', socket => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex, head: Buffer) => {
    requests.push(asked.url ?? '');
    socket.on('error', () => socket.destroy());
    if (faults.upgrades === 'pass') tunnel(target, asked, socket, head);
    else if (faults.upgrades === 'refuse') socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
  });
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    upgrades(what) {
      faults.upgrades = what;
    },
    holdBack(held) {
      faults.isHeld = held;
    },
    cut,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        cut();
      }),
  };
}

function pass(target: string, asked: IncomingMessage, answer: ServerResponse, faults: Faults): void {
  const { method, headers, url } = asked;
  const upstream: ClientRequest = request(target + url, { method, headers, agent: false }, response => {
    const { statusCode = 502 } = response;
    if (!faults.isHeld) {
      answer.writeHead(statusCode, response.headers);
      answer.flushHeaders();
      response.pipe(answer);
      return;
    }
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.on('end', () => {
      answer.writeHead(statusCode, response.headers);
      answer.end(Buffer.concat(pieces));
    });
  });
  upstream.on('error', () => answer.destroy());
  answer.on('close', () => upstream.destroy());
  asked.pipe(upstream);
}

function tunnel(target: string, asked: IncomingMessage, socket: Duplex, head: Buffer): void {
  const upstream = connect(Number(new URL(target).port), '127.0.0.1', () => {
    const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
    for (let i = 0; i < asked.rawHeaders.length; i += 2)
      lines.push(`${asked.rawHeaders[i]}: ${asked.rawHeaders[i + 1]}`);
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    socket.pipe(upstream).pipe(socket);
  });
  upstream.on('error', () => socket.destroy());
  upstream.on('close', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
}
