import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { agentOf, newId, visitorOf } from '../../test/client.js';
import { filesOf, type Sent } from '../../test/files.js';
import { ORIGIN, startServer } from '../../test/startServer.js';
import type { HandrailServer, ServerOptions } from '../createServer.js';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const base = mkdtempSync(join(tmpdir(), 'handrail-files-'));
const workerUrl = new URL('../../dist/store/sqlite/worker.js', import.meta.url);
const servers: HandrailServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function start(options: Partial<ServerOptions> = {}) {
  const limits = { drainMs: 0, ...options.limits };
  const server = await startServer({ ...options, limits });
  servers.push(server);
  return server;
}

async function withVisitor(options: Partial<ServerOptions> = {}) {
  const server = await start(options);
  const ana = await visitorOf(server);
  return { server, ana, files: filesOf(server, ana.token) };
}

const get = async (server: HandrailServer, url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.address + url, { headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

test('a file is sent, brought by a message, and seen by both sides, not by others', async () => {
  const { server, ana, files } = await withVisitor();
  const maya = await agentOf(server);
  const { id, status } = await files.send(PNG, { name: 'broken lid.png' });
  expect(status).toBe(204);
  const conversation = await ana.start();
  const sent = await ana.send(conversation, 'message', { text: '', files: [id] });
  expect(sent).toMatchObject({ t: 'ack', seq: 2 });
  const { events } = await maya.next('events', frame => frame.events.some(event => event.kind === 'message'));
  const [attachment] = events.flatMap(event => (event.kind === 'message' ? (event.body.attachments ?? []) : []));
  expect(attachment).toEqual({ id, name: 'broken lid.png', type: 'image/png', size: PNG.length, width: 1, height: 1 });

  const { url } = await filesOf(server, maya.token, '').link(id);
  const shown = await get(server, url);
  expect([shown.status, shown.bytes.equals(PNG)]).toEqual([200, true]);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `inline; filename="broken lid.png"; filename*=UTF-8''broken%20lid.png`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  expect((await files.link(id)).status).toBe(200);
  const ben = await visitorOf(server);
  expect((await filesOf(server, ben.token).link(id)).error).toMatchObject({ code: 'not_found' });
  const zoe = await agentOf(server, 'zoe');
  expect((await filesOf(server, zoe.token, '').link(id)).error).toMatchObject({ code: 'not_found' });
  expect((await files.cancel(id)).error).toMatchObject({ code: 'id_conflict' });
  expect(await ana.send(conversation, 'message', { text: '', files: [id] })).toMatchObject({
    t: 'nack',
    code: 'unknown_file',
    path: '/body/files/0',
  });
});

test('what a note brings only agents see', async () => {
  const { server, ana, files } = await withVisitor();
  const maya = await agentOf(server);
  const conversation = await ana.start();
  const own = filesOf(server, maya.token, '');
  const { id } = await own.send(PNG);
  await maya.send(conversation, 'note', { text: '', files: [id] });
  expect((await own.link(id)).status).toBe(200);
  expect((await files.link(id)).error).toMatchObject({ code: 'not_found' });
});

test('a link is good for a while, for this file, and unchanged', async () => {
  let now = Date.now();
  const { server, files } = await withVisitor({ now: () => now });
  const [one, other] = [await files.send(PNG), await files.send(PNG)];
  const { url, expiresAt } = await files.link(one.id);
  expect(expiresAt).toBe(now + 900_000);
  const elsewhere = url.replace(one.id, other.id);
  for (const wrong of [elsewhere, url.replace(/until=\d/, 'until=9'), url.replace(/sign=.*/, ''), `${url}x`]) {
    expect((await get(server, wrong)).status, wrong).toBe(404);
  }
  now = expiresAt;
  expect((await get(server, url)).status).toBe(404);
});

test('a part of a file, for films and for loads that go on', async () => {
  const { server, files } = await withVisitor();
  const { url } = await files.link((await files.send(Buffer.from('0123456789'), { name: 'a.txt' })).id);
  const part = async (range: string) => {
    const { status, bytes, headers } = await get(server, url, { range });
    return [status, String(bytes), headers.get('content-range')];
  };
  expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10']);
  expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10']);
  expect(await part('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10']);
  expect(await part('bytes=99-')).toEqual([416, '', 'bytes */10']);
  expect(await part('lines=1')).toEqual([200, '0123456789', null]);
});

test('what is cut in the middle goes on from there, also after a restart', async () => {
  const data = mkdtempSync(join(base, 'data-'));
  const bytes = Buffer.alloc(300_000, 'handrail ');
  const first = await start({ data, workerUrl });
  const { token } = await first.visitorGrant('shop');
  const { id } = await filesOf(first, token).announce(bytes, { name: 'log.txt' });
  await cutInTheMiddle(first, token, id, bytes, 120_000);
  const before = async () => Number((await filesOf(first, token).progress(id)).headers.get('upload-offset'));
  await expect.poll(before).toBe(120_000);
  await servers.pop()?.close();

  const second = await start({ data, workerUrl });
  const files = filesOf(second, token);
  expect((await files.progress(id)).headers.get('upload-length')).toBe('300000');
  expect((await files.announce(bytes, { id, name: 'log.txt' })).headers.get('upload-offset')).toBe('120000');
  expect((await files.put(id, bytes.subarray(100_000), 100_000)).error).toMatchObject({
    code: 'file_offset',
    expected: '120000',
    got: '100000',
  });
  expect((await files.link(id)).error).toMatchObject({ code: 'not_found' });
  expect((await files.put(id, bytes.subarray(120_000), 120_000)).status).toBe(204);
  const { url } = await files.link(id);
  const shown = await get(second, url);
  expect([shown.bytes.equals(bytes), shown.headers.get('content-type')]).toEqual([true, 'text/plain; charset=utf-8']);
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment;/);
});

/** Says it will send everything, sends a part, and is gone. */
async function cutInTheMiddle(server: HandrailServer, token: string, id: string, bytes: Buffer, count: number) {
  const socket = connectTcp(Number(new URL(server.address).port), '127.0.0.1');
  socket.write(
    [
      `PATCH /api/v1/files/${id}?site=shop HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/offset+octet-stream',
      'Upload-Offset: 0',
      `Content-Length: ${bytes.length}`,
      '\r\n',
    ].join('\r\n'),
  );
  await new Promise<void>(resolve => socket.write(bytes.subarray(0, count), () => resolve()));
  await expect
    .poll(async () => Number((await filesOf(server, token).progress(id)).headers.get('upload-offset')))
    .toBe(count);
  socket.destroy();
}

test('whoever comes back does not wait for the request that hangs', async () => {
  const { server, ana, files } = await withVisitor();
  const bytes = Buffer.alloc(200_000, 'x');
  const { id } = await files.announce(bytes, { name: 'a.txt' });
  const hanging = connectTcp(Number(new URL(server.address).port), '127.0.0.1');
  const head = `PATCH /api/v1/files/${id}?site=shop HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ana.token}\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  hanging.write(head);
  hanging.write(bytes.subarray(0, 50_000));
  const there = async () => Number((await files.progress(id)).headers.get('upload-offset'));
  await expect.poll(there).toBe(50_000);
  expect((await files.put(id, bytes.subarray(50_000), 50_000)).status).toBe(204);
  hanging.destroy();
});

test('what is too large, too much, empty or unnamed is refused before a byte is sent', async () => {
  const { files } = await withVisitor({ limits: { fileBytes: 1000, fileBytesPerDay: 2500 } });
  const announce = async (size: number, more: Sent = {}) => (await files.announce(PNG, { size, ...more })).error;
  expect(await announce(1001)).toMatchObject({ code: 'too_large', expected: 'at most 1000 bytes', got: '1001 bytes' });
  expect(await announce(0)).toMatchObject({ code: 'bad_request', path: 'Upload-Length' });
  expect(await announce(5, { id: 'x' })).toMatchObject({ code: 'bad_request', path: 'Upload-Metadata' });
  expect([await announce(1000), await announce(1000)]).toEqual([undefined, undefined]);
  expect(await announce(1000)).toMatchObject({ code: 'rate_limited', retryAfter: 3600 });
});

test('more bytes than announced are refused', async () => {
  const { files } = await withVisitor();
  const { id } = await files.announce(PNG, { size: 10 });
  expect((await files.put(id, PNG)).error).toMatchObject({ code: 'too_large' });
});

test.each([
  [
    'a page that calls itself a picture',
    Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a.png',
    'text/plain',
  ],
  [
    'a drawing with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'a.svg',
    'text/plain',
  ],
  ['a table', Buffer.from('a,b\n1,2\n'), 'a.csv', 'text/csv'],
  ['a text that would run', Buffer.from('@echo off\n'), 'photo.bat', 'text/plain'],
  ['a text without a name', Buffer.from('hello'), '../../..', 'text/plain'],
])('%s is taken for what it is', async (_name, bytes, name, type) => {
  const { server, files } = await withVisitor();
  const { id } = await files.send(bytes, { name });
  const shown = await get(server, (await files.link(id)).url);
  expect([shown.headers.get('content-type'), shown.headers.get('content-disposition')]).toEqual([
    `${type}; charset=utf-8`,
    expect.stringMatching(/^attachment; filename="[^/"]+\.(png\.txt|svg\.txt|bat\.txt|csv|txt)"/),
  ]);
});

test('a program is refused and nothing of it stays; so is what a scanner refuses', async () => {
  const data = mkdtempSync(join(base, 'data-'));
  const scanned: string[] = [];
  const scanFile = async ({ name, read }: { name: string; read: () => AsyncIterable<Buffer> }) => {
    let size = 0;
    for await (const piece of read()) size += piece.length;
    scanned.push(`${name} ${size}`);
    return name === 'bad.png' ? 'It is bad.' : null;
  };
  const { files } = await withVisitor({ data, workerUrl, scanFile });
  const program = Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex');
  expect((await files.send(program, { name: 'run.png' })).error).toMatchObject({
    code: 'file_refused',
    got: 'application/x-elf',
  });
  const bad = await files.send(PNG, { name: 'bad.png' });
  expect(bad.error).toMatchObject({ code: 'file_refused', message: 'It is bad.' });
  expect((await files.progress(bad.id)).status).toBe(404);
  expect((await files.send(PNG, { name: 'good.png' })).status).toBe(204);
  expect(scanned).toEqual([`bad.png ${PNG.length}`, `good.png ${PNG.length}`]);
  expect(readdirSync(join(data, 'files'), { recursive: true }).filter(name => String(name).length > 3)).toHaveLength(1);
});

test('whose file it is nobody else touches, and what nobody brings in is removed', async () => {
  let now = Date.now();
  const { server, ana, files } = await withVisitor({ now: () => now });
  const { id } = await files.announce(PNG);
  const ben = filesOf(server, (await visitorOf(server)).token);
  for (const answer of [await ben.put(id, PNG), await ben.progress(id), await ben.cancel(id)])
    expect(answer.status).toBe(404);
  expect((await ben.announce(PNG, { id })).error).toMatchObject({ code: 'id_conflict' });
  const strange = filesOf(server, 'hv_nobody-knows-this-one');
  expect((await strange.announce(PNG)).error).toMatchObject({ code: 'unauthenticated' });
  expect((await files.cancel(id)).status).toBe(204);
  const late = await files.send(PNG);
  now += 86_400_001;
  await server.parts.files.sweep();
  expect((await files.progress(late.id)).status).toBe(404);
  const conversation = await ana.start();
  expect(await ana.send(conversation, 'message', { text: 'x', files: [late.id] })).toMatchObject({
    code: 'unknown_file',
  });
  expect(await ana.send(conversation, 'message', { text: '' })).toMatchObject({
    code: 'bad_request',
    path: '/body/text',
  });
  const many = Array.from({ length: 6 }, newId);
  expect(await ana.send(conversation, 'message', { text: 'x', files: many })).toMatchObject({
    code: 'too_large',
    path: '/body/files',
  });
});

test('a page of the site may do all of it, a page of another may not', async () => {
  const { server, files } = await withVisitor();
  const { id } = await files.announce(PNG);
  const from = async (origin: string) => {
    const path = `${server.address}/api/v1/files/${id}?site=shop`;
    const headers = { origin, 'access-control-request-method': 'PATCH' };
    const { headers: told } = await fetch(path, { method: 'OPTIONS', headers });
    return [
      told.get('access-control-allow-origin'),
      told.get('access-control-allow-methods')?.includes('PATCH') ?? false,
    ];
  };
  expect(await from(ORIGIN)).toEqual([ORIGIN, true]);
  expect(await from('https://other.example')).toEqual([null, false]);
});
