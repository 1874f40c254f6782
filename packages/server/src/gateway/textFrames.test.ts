import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { frameSize, textFrames } from './textFrames.js';

let server: Server | undefined;
afterEach(() => server?.close());

function write(texts: readonly string[]): Buffer {
  const sizes = texts.map(text => Buffer.byteLength(text));
  return textFrames(
    texts,
    sizes,
    sizes.reduce((sum, size) => sum + frameSize(size), 0),
  );
}

/** What a client of the socket library makes of the bytes. */
async function read(bytes: Buffer): Promise<string[]> {
  const sockets = new WebSocketServer({ noServer: true });
  server = createServer().on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, opened => {
      stream.write(bytes);
      opened.close();
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const texts: string[] = [];
  client.on('message', (data, isBinary) => texts.push(isBinary ? 'binary' : String(data)));
  const [code] = await once(client, 'close');
  expect(code).toBe(1005);
  return texts;
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])('a text of %i bytes', async size => {
  const text = 'a'.repeat(size);
  expect(await read(write([text]))).toEqual([text]);
});

test('several, in order, whatever they are written in', async () => {
  const texts = ['{"t":"ack"}', '', '退货需要多少天？'.repeat(30), '🙂 naïve', 'a'.repeat(200)];
  expect(await read(write(texts))).toEqual(texts);
});

test('nothing is left over', () => {
  const bytes = write(['ab', 'c']);
  expect([...bytes]).toEqual([0x81, 2, 97, 98, 0x81, 1, 99]);
});
