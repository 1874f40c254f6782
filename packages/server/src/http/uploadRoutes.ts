import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Announced, OpenFile, Person, Progress } from '../files/createFiles.js';
import { disposition, nameFor } from '../files/fileName.js';
import { FileProblem } from '../files/fileProblem.js';
import { PICTURES } from '../files/lookAtFile.js';
import { bearerOf } from '../gateway/admission.js';
import type { ServerParts } from '../parts.js';
import { StoreError } from '../store/storeError.js';
import { API } from './apiTable.js';
import { HttpProblem } from './httpProblem.js';
import { readRange } from './readRange.js';

type Asked = FastifyRequest<{ Params: { id: string }; Querystring: { site?: string } }>;

const TUS = { 'tus-resumable': '1.0.0' };
/** What stands around a file that is opened by itself: nothing in it may run, load or send. */
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Sending files by tus 1.0.0 (https://tus.io/protocols/resumable-upload): core protocol, creation and termination, with an `id` in
 * the metadata so that a client that lost the answer announces the same file again. And showing them, by signed links.
 */
export function registerUploads(app: FastifyInstance, parts: ServerParts, perMinute: number): void {
  const { files } = parts;
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload));
  const options = (action: 'route:files', max = perMinute) => ({
    config: { action, rateLimit: { max, timeWindow: 60_000 } },
  });
  const asPerson = async <T>(request: Asked, work: (person: Person) => Promise<T>): Promise<T> => {
    try {
      return await work(await personOf(parts, request));
    } catch (error) {
      throw asHttpProblem(error);
    }
  };

  app.post(API.announceFile.url, options('route:files'), async (request, reply) => {
    const file = readAnnouncement(request);
    const { offset } = await asPerson(request as Asked, person => files.announce(person, file));
    return reply
      .code(201)
      .headers({ ...TUS, location: `${API.announceFile.url}/${file.id}`, 'upload-offset': String(offset) })
      .send();
  });

  app.head<{ Params: { id: string } }>(
    API.fileProgress.url,
    options('route:files', perMinute * 10),
    async (request, reply) => {
      const progress = await asPerson(request as unknown as Asked, person => files.progress(person, request.params.id));
      return told(reply.code(200), progress);
    },
  );

  app.patch<{ Params: { id: string }; Body: AsyncIterable<Uint8Array> }>(
    API.sendFile.url,
    options('route:files', perMinute * 10),
    async (request, reply) => {
      const offset = readNumber(request, 'upload-offset');
      const progress = await asPerson(request as unknown as Asked, person =>
        files.add(person, request.params.id, offset, request.body),
      );
      return told(reply.code(204), progress);
    },
  );

  app.delete<{ Params: { id: string } }>(API.cancelFile.url, options('route:files'), async (request, reply) => {
    await asPerson(request as unknown as Asked, person => files.cancel(person, request.params.id));
    return reply.code(204).headers(TUS).send();
  });

  app.get<{ Params: { id: string } }>(API.fileLink.url, options('route:files', perMinute * 10), async request =>
    asPerson(request as unknown as Asked, person => files.link(person, request.params.id)),
  );

  app.get<{ Params: { id: string; name: string }; Querystring: { until?: string; sign?: string } }>(
    '/files/:id/:name',
    { config: { action: 'route:files' }, exposeHeadRoute: true },
    async (request, reply) => {
      const { until, sign = '' } = request.query;
      const file = await files.open(request.params.id, Number(until), sign).catch(error => {
        throw asHttpProblem(error);
      });
      return show(request, reply, file, Number(until), parts.now());
    },
  );
}

function told(reply: FastifyReply, { offset, size }: Progress) {
  return reply.headers({ ...TUS, 'upload-offset': String(offset), 'upload-length': String(size) }).send();
}

async function personOf(parts: ServerParts, request: Asked): Promise<Person> {
  const token = bearerOf(request.raw);
  if (token === null) {
    const details = { path: 'Authorization', expected: 'Bearer and the token', got: 'none' };
    throw new HttpProblem('unauthenticated', 'The request shows no token.', details);
  }
  const { origin, host } = request.headers;
  const got = await parts.identify({ site: request.query.site ?? '', token, origin, host });
  if (got.ok) return got.actor;
  throw new HttpProblem(got.code, got.message);
}

/** `Upload-Length` and `Upload-Metadata` (`key base64` pairs) of tus. */
function readAnnouncement(request: FastifyRequest): Announced {
  const pairs = String(request.headers['upload-metadata'] ?? '').split(',');
  const metadata = new Map(
    pairs
      .map(pair => pair.trim().split(' '))
      .map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString()]),
  );
  const id = metadata.get('id') ?? '';
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) {
    throw badHeader('Upload-Metadata', 'id and a UUIDv7 in lower case, in Base64', id || 'none');
  }
  return { id, name: metadata.get('name') ?? '', size: readNumber(request, 'upload-length') };
}

function readNumber({ headers }: FastifyRequest, name: 'upload-length' | 'upload-offset'): number {
  const text = String(headers[name] ?? '');
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw badHeader(name === 'upload-length' ? 'Upload-Length' : 'Upload-Offset', 'a number of bytes', text || 'none');
}

function badHeader(path: string, expected: string, got: string): HttpProblem {
  return new HttpProblem('bad_request', `The header ${path} is wrong.`, { path, expected, got: got.slice(0, 100) });
}

/** Pictures of the safe kinds show inside a page; everything else is saved, whatever it claims to be. */
function show(request: FastifyRequest, reply: FastifyReply, { upload, read }: OpenFile, until: number, now: number) {
  const { type, name, size } = upload;
  const isPicture = PICTURES.includes(type);
  reply.headers({
    'content-type': isPicture || !type.startsWith('text/') ? type : `${type}; charset=utf-8`,
    'content-disposition': disposition(isPicture ? 'inline' : 'attachment', nameFor(name, type)),
    'content-security-policy': SANDBOX,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${Math.max(0, Math.floor((until - now) / 1000))}, immutable`,
  });
  const range = readRange(request.headers.range, size);
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const [start, end] = range ?? [0, size - 1];
  reply.header('content-length', String(end - start + 1));
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  return reply.send(read(start, end));
}

function asHttpProblem(error: unknown): unknown {
  if (error instanceof FileProblem) return new HttpProblem(error.code, error.message, error.details);
  if (error instanceof StoreError) return new HttpProblem(error.code, error.message);
  return error;
}
