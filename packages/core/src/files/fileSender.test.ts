import 'fake-indexeddb/auto';
import type { Send } from '@handrail/protocol';
import { countedIds, manualClock } from '@handrail/test-kit';
import { atom } from 'nanostores';
import { beforeEach, expect, test } from 'vitest';
import { defaultEnvironment, type FetchLike, type ResponseLike } from '../environment.js';
import { HandrailError } from '../errors.js';
import { createOutbox, type Outbox } from '../outbox.js';
import { memoryStorage } from '../storage/memory.js';
import { openFileBox } from './fileBox.js';
import { createFileSender, type FileSender } from './fileSender.js';

const SERVER = 'https://help.example';
const KIB = 1024;

/** What the server holds, and what goes wrong. */
let held: Map<string, { size: number; bytes: string; name: string }>;
let asked: string[];
let told: string[];
let fails: (method: string, nth: number) => ResponseLike | 'cut' | null;
let clock: ReturnType<typeof manualClock>;
let storage: ReturnType<typeof memoryStorage>;
let newId: () => string;
let databases = 0;

beforeEach(() => {
  held = new Map();
  asked = [];
  told = [];
  fails = () => null;
  clock = manualClock();
  storage = memoryStorage();
  newId = countedIds();
  databases += 1;
});

function answer(status: number, headers: Record<string, string> = {}, body: unknown = null): ResponseLike {
  const ok = status < 400;
  return {
    ok,
    status,
    headers: { get: name => headers[name] ?? null },
    json: async () => body,
    arrayBuffer: async () => new ArrayBuffer(0),
  };
}

const problem = (status: number, code: string) => answer(status, {}, { error: { code, message: code } });

const server: FetchLike = async (url, init) => {
  const { method = 'GET', headers = {}, body } = init ?? {};
  const path = url.replace(`${SERVER}/api/v1/files`, '').replace(/\?.*/, '');
  const id = path.slice(1).replace('/link', '');
  asked.push(method);
  const failure = fails(method, asked.filter(one => one === method).length);
  const file = held.get(id);
  if (method === 'POST') {
    if (failure && failure !== 'cut') return failure;
    const [, given = '', name = ''] = /id (\S+),name (\S+)/.exec(headers['upload-metadata'] ?? '') ?? [];
    const fileId = atob(given);
    const size = Number(headers['upload-length']);
    if (!held.has(fileId)) held.set(fileId, { size, bytes: '', name: atob(name) });
    return answer(201, { 'upload-offset': String(held.get(fileId)?.bytes.length) });
  }
  if (method === 'GET')
    return answer(200, {}, { url: `/files/${id}?n=${asked.length}`, expiresAt: clock.now() + 900_000 });
  if (!file) return problem(404, 'not_found');
  if (method === 'DELETE') {
    held.delete(id);
    return answer(204);
  }
  if (Number(headers['upload-offset']) !== file.bytes.length) return problem(409, 'file_offset');
  const text = await new Response(body as never).text();
  if (failure === 'cut') {
    file.bytes += text.slice(0, 1000);
    throw new TypeError('fetch failed');
  }
  if (failure) return failure;
  file.bytes += text;
  return answer(204, { 'upload-offset': String(file.bytes.length) });
};

/** A page: what it wrote waits in the same storage and database as that of the page before. */
function page() {
  const { now, setTimeout, clearTimeout } = clock;
  const sent: string[] = [];
  const environment = defaultEnvironment(storage, { now, setTimeout, clearTimeout, fetch: server });
  const outbox: Outbox = createOutbox({
    storage,
    key: 'outbox',
    now,
    send: frame => {
      sent.push((frame as Send & { body: { text: string } }).body.text);
      return true;
    },
    later: setTimeout,
    unacked: () => 32,
  });
  const $uploads = atom<ReadonlyMap<string, number>>(new Map());
  const box = openFileBox(`files-${databases}`);
  const token = async () => 'hv_token';
  const refused = (error: HandrailError, { id }: Send) => void told.push(`${error.code} ${id}`);
  const parts = {
    environment,
    server: SERVER,
    site: 'demo',
    token,
    newId,
    outbox,
    name: '',
    stores: { $uploads },
    box,
    refused,
  };
  return { outbox, sender: createFileSender(parts), $uploads, sent, box };
}

type Page = ReturnType<typeof page>;
const conversation = '00000000-0000-7000-8000-0000000000cc';

async function write({ outbox, sender }: Page, text: string, ...files: File[]) {
  const kept = files.length > 0 ? await sender.keep(files) : undefined;
  const id = newId();
  const body = { text, ...(kept ? { files: kept.map(file => file.id) } : {}) };
  const done = outbox.put({ t: 'send', id, conversation, kind: 'message', body }, kept);
  sender.pump();
  return { id, done, files: kept ?? [] };
}

const bytes = (count: number) => 'abcdefgh'.repeat(count / 8);
const file = (count: number, name = 'note.txt') => new File([bytes(count)], name, { type: 'text/plain' });
/** The database and the blobs take turns of the real loop. */
const settle = async () => {
  for (let turn = 0; turn < 12; turn++) {
    await new Promise(resolve => setTimeout(resolve, 2));
    await clock.settle();
  }
};

test('a message waits for its files, what follows waits for it, and progress is told', async () => {
  const here = page();
  const parts: number[] = [];
  here.$uploads.listen(map => parts.push([...map.values()][0] ?? -1));
  const { files } = await write(here, 'see this', file(600 * KIB, 'größe 图.txt'));
  await write(here, 'and this');
  expect(here.sent).toEqual([]);
  await settle();
  const [id = ''] = files.map(one => one.id);
  expect(held.get(id)?.bytes).toBe(bytes(600 * KIB));
  expect(Buffer.from(held.get(id)?.name ?? '', 'latin1').toString()).toBe('größe 图.txt');
  expect(parts.map(part => Math.round(part * 100))).toEqual([0, 43, 85, 100]);
  expect(here.sent).toEqual(['see this']);
  here.outbox.onAck({ t: 'ack', id: here.outbox.$unsent.get()[0]?.frame.id ?? '', conversation, seq: 2, at: 1 });
  await settle();
  expect([here.sent, [...here.$uploads.get()], await here.box.get(id)]).toEqual([['see this', 'and this'], [], null]);
  expect(asked).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH']);
});

test('a cut connection costs what was on its way, not what was there', async () => {
  const here = page();
  fails = (method, nth) => (method === 'PATCH' && nth === 2 ? 'cut' : null);
  const { files } = await write(here, '', file(500 * KIB));
  await settle();
  expect(held.get(files[0]?.id ?? '')?.bytes).toHaveLength(256 * KIB + 1000);
  await clock.advance(1_000);
  await settle();
  expect(held.get(files[0]?.id ?? '')?.bytes).toBe(bytes(500 * KIB));
  expect([here.sent, asked]).toEqual([[''], ['POST', 'PATCH', 'PATCH', 'POST', 'PATCH']]);
});

test('the network that comes back is not waited for', async () => {
  const here = page();
  fails = (_, nth) => (nth <= 4 ? 'cut' : null);
  await write(here, '', file(8));
  await settle();
  await clock.advance(1_000);
  await settle();
  const before = asked.length;
  fails = () => null;
  here.sender.pump();
  await settle();
  expect(asked.length).toBeGreaterThan(before);
  expect(here.sent).toEqual(['']);
});

test('text and file outlive the page', async () => {
  const before = page();
  fails = method => (method === 'PATCH' ? 'cut' : null);
  const { files } = await write(before, 'unsent', file(400 * KIB));
  await settle();
  before.sender.stop();
  fails = () => null;
  const after = page();
  expect(after.outbox.$unsent.get()[0]?.files).toEqual(files);
  after.sender.pump();
  await settle();
  expect(held.get(files[0]?.id ?? '')?.bytes).toBe(bytes(400 * KIB));
  expect(after.sent).toEqual(['unsent']);
});

test('two pages that send the same file end with one whole file', async () => {
  const one = page();
  const { files } = await write(one, 'once', file(900 * KIB));
  const other = page();
  other.sender.pump();
  for (let second = 0; second < 20; second++) {
    await settle();
    await clock.advance(1_000);
  }
  expect(held.get(files[0]?.id ?? '')?.bytes).toBe(bytes(900 * KIB));
  expect([one.sent, other.sent]).toEqual([['once'], ['once']]);
});

test('a file that is gone with its browser is said so, unless the server has it', async () => {
  const before = page();
  fails = method => (method === 'PATCH' ? problem(500, 'internal') : null);
  const lost = await write(before, 'lost', file(8));
  await settle();
  before.sender.stop();
  await before.box.clear();
  fails = () => null;
  const after = page();
  after.sender.pump();
  await settle();
  expect(after.outbox.$unsent.get()[0]?.refused?.code).toBe('unknown_file');
  const upload = held.get(lost.files[0]?.id ?? '');
  if (upload) upload.bytes = bytes(8);
  after.outbox.retry(lost.id);
  after.sender.pump();
  await settle();
  expect(after.sent).toEqual(['lost']);
});

test('what the server refuses stays with its reason, and goes after a retry', async () => {
  const here = page();
  fails = method => (method === 'PATCH' ? problem(415, 'file_refused') : null);
  const { id, done } = await write(here, 'a program', file(8));
  await write(here, 'a text behind it');
  await expect(done).rejects.toMatchObject({ code: 'file_refused' });
  expect(here.outbox.$unsent.get()[0]?.refused).toEqual({ code: 'file_refused', message: 'file_refused' });
  expect(here.sent).toEqual(['a text behind it']);
  expect(told).toEqual([`file_refused ${id}`]);
  fails = () => null;
  here.outbox.retry(id);
  here.sender.pump();
  await settle();
  expect(here.outbox.$unsent.get()[0]?.refused).toBeUndefined();
  expect(here.sent).toEqual(['a text behind it', 'a program']);
});

test('a message that is taken back takes its file back', async () => {
  const here = page();
  fails = method => (method === 'PATCH' ? 'cut' : null);
  const { id, files, done } = await write(here, 'no', file(8));
  await settle();
  here.outbox.discard(id);
  await expect(done).rejects.toBeInstanceOf(HandrailError);
  await settle();
  expect([held.size, await here.box.get(files[0]?.id ?? ''), [...here.$uploads.get()]]).toEqual([0, null, []]);
  await clock.advance(60_000);
  expect(asked.filter(method => method === 'PATCH')).toHaveLength(1);
});

test.each([
  ['too many', [file(8), file(8), file(8)], 'attachments: expected at most 2, got 3.'],
  ['too large', [file(8), file(104)], 'attachments/1: expected at most 100 bytes, got 104.'],
  ['empty', [file(0)], 'attachments/0: expected at least one byte, got none.'],
])('files that are %s are refused before anything is kept', async (_name, files, message) => {
  const { sender } = page();
  const keep = (sender as FileSender).keep(files, { fileBytes: 100, filesPerMessage: 2 });
  await expect(keep).rejects.toMatchObject({ code: 'too_large', message: expect.stringContaining(message) });
});

test('a link is used while it is good', async () => {
  const { sender } = page();
  const id = newId();
  const first = await sender.link(id);
  expect(first).toBe(`${SERVER}/files/${id}?n=1`);
  expect(await sender.link(id)).toBe(first);
  await clock.advance(845_000);
  expect(await sender.link(id)).not.toBe(first);
});

test('without a database files wait in memory', async () => {
  const { indexedDB } = globalThis;
  Reflect.deleteProperty(globalThis, 'indexedDB');
  try {
    const box = openFileBox('none');
    await box.put('a', file(8));
    expect((await box.get('a'))?.size).toBe(8);
    await box.clear();
    expect(await box.get('a')).toBeNull();
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', { value: indexedDB, configurable: true, writable: true });
  }
});
