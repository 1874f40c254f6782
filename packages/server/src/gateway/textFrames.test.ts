import { expect, test } from 'vitest';
import { Receiver } from 'ws';
import { frameSize, textFrames } from './textFrames.js';

function write(texts: readonly string[]): Buffer {
  const sizes = texts.map(text => Buffer.byteLength(text));
  return textFrames(
    texts,
    sizes,
    sizes.reduce((sum, size) => sum + frameSize(size), 0),
  );
}

/** What the socket library of the other side makes of the bytes. */
function read(bytes: Buffer): Promise<string[]> {
  const receiver = new Receiver({ isServer: false });
  const texts: string[] = [];
  receiver.on('message', (data, isBinary) => texts.push(isBinary ? 'binary' : String(data)));
  return new Promise((resolve, reject) => {
    receiver.on('error', reject);
    receiver.end(bytes, () => setImmediate(() => resolve(texts)));
  });
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
