import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends a text with a tag of its content, or 304 when the reader has it. The tag is weak: compression changes bytes. */
export function sendWithTag(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  const known = (request.headers['if-none-match'] ?? '').split(',').map(item => item.trim());
  return known.includes(tag) || known.includes('*') ? reply.code(304).send() : reply.send(text);
}
