import type { Poll, Posted } from '@handrail/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerOf } from '../gateway/admission.js';
import { answerBody } from '../gateway/answer.js';
import type { Refused } from '../gateway/upgradeLimit.js';
import type { ServerParts } from '../parts.js';
import { API } from './apiTable.js';
import { HttpProblem } from './httpProblem.js';
import { openStream, UNTOUCHED } from './openStream.js';

/** A body of several frames may be as large as so many of the largest. */
const BODY_FRAMES = 4;
/** Bytes around the frame in the body of a poll. */
const POLL_BYTES = 1024;

/** The transports beside WebSocket. Who may come in is decided before a body is read. */
export function registerRealtime(app: FastifyInstance, parts: ServerParts): void {
  const { doors, admission, limits } = parts;
  const { frameBytes } = limits;
  const config = { action: API.stream.action };

  const asConnection = async (request: FastifyRequest) => admit(admission.connection(request.raw));
  app.get(API.socket.url, { config, onRequest: asConnection }, async () => ({ status: 'open' }));

  app.post(API.stream.url, { config, bodyLimit: frameBytes, onRequest: asConnection }, (request, reply) => {
    openStream(reply);
    doors.stream(request.raw, reply.raw, request.body ?? null);
  });

  const onRequest = async (request: FastifyRequest) => admit(admission.request(request.raw));
  app.post<{ Body: Poll }>(
    API.poll.url,
    { config, bodyLimit: frameBytes + POLL_BYTES, onRequest, schema: { body: API.poll.body } },
    async (request, reply) => {
      const answer = await doors.poll(request.raw, reply.raw, request.body);
      return reply.headers({ ...UNTOUCHED, 'content-type': 'application/json' }).send(answerBody(answer));
    },
  );

  app.post<{ Body: Posted }>(
    API.frames.url,
    { config, bodyLimit: frameBytes * BODY_FRAMES, onRequest, schema: { body: API.frames.body } },
    async (request, reply) => {
      const token = bearerOf(request.raw);
      if (token === null) throw noToken();
      const answer = await doors.frames(request.raw, token, request.body);
      return reply.headers({ ...UNTOUCHED, 'content-type': 'application/json' }).send(answerBody(answer));
    },
  );
}

function admit(refused: Refused | null): void {
  if (refused === null) return;
  const { status, retryAfter } = refused;
  if (status === 429) throw new HttpProblem('rate_limited', undefined, { retryAfter });
  throw new HttpProblem('going_away', 'The server takes no connections now.', { retryAfter });
}

function noToken(): HttpProblem {
  return new HttpProblem('unauthenticated', 'The request shows no token.', {
    path: 'Authorization',
    expected: 'Bearer and the token',
    got: 'none',
  });
}
