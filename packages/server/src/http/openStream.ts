import type { FastifyReply } from 'fastify';

/** What a proxy must know: it neither keeps, changes nor holds back an answer. */
export const UNTOUCHED = { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' };

/** An event stream: from here on the response is the caller's. Nothing compresses it, and its head leaves at once. */
export function openStream(reply: FastifyReply): void {
  reply.hijack();
  const headers = { ...reply.getHeaders(), ...UNTOUCHED, 'content-type': 'text/event-stream; charset=utf-8' };
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) reply.raw.setHeader(name, value);
  reply.raw.flushHeaders();
}
