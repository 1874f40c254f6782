import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Peer } from './peers.js';

/** The peers' files as a content delivery network has them, and their servers' first answers. */
export interface PeerFiles {
  readonly origin: string;
  stop(): Promise<void>;
}

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Version of a package the bench depends on. */
export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(`${modules}${name}/package.json`, 'utf8')) as { version: string }).version;
}

/** Serves the files by brotli at its best level, to be kept for a year. */
export async function startPeerFiles(peers: readonly Peer[]): Promise<PeerFiles> {
  const files = new Map(
    peers.flatMap(peer => peer.files.map(path => [path, brotliCompressSync(readFileSync(`${modules}${path}`))])),
  );
  const answers = new Map(peers.flatMap(peer => Object.entries(peer.answers)));
  const server = createServer(({ method, url = '/', headers }, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const file = files.get(url.slice('/npm/'.length));
    if (file) return sendFile(response, url, file);
    if (method === 'OPTIONS') return allow(response, headers['access-control-request-headers']);
    const answer = answers.get(`${method} ${url.split('?')[0]}`);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>(resolve => server.listen(0, resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function sendFile(response: ServerResponse, url: string, file: Buffer): void {
  response.writeHead(200, {
    'content-type': url.endsWith('.css') ? 'text/css' : 'text/javascript',
    'content-encoding': 'br',
    'content-length': file.length,
    'cache-control': 'public, max-age=31536000, immutable',
  });
  response.end(file);
}

function allow(response: ServerResponse, headers = ''): void {
  response.writeHead(204, { 'access-control-allow-headers': headers, 'access-control-allow-methods': 'GET, POST' });
  response.end();
}
