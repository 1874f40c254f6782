import type { FastifyRequest } from 'fastify';
import type { VisitorActor } from '../access/who.js';
import { bearerOf } from '../gateway/admission.js';
import type { ServerParts } from '../parts.js';
import { HttpProblem } from './httpProblem.js';

/** The customer who calls, when a token says who it is; `null` without one. A token that is not good is refused. */
export async function customerOf(
  { identify }: Pick<ServerParts, 'identify'>,
  request: FastifyRequest,
  site: string,
): Promise<VisitorActor | null> {
  const token = bearerOf(request.raw);
  if (token === null) return null;
  const { origin, host } = request.headers;
  const found = await identify({ site, token, origin, host });
  if (!found.ok) throw new HttpProblem(found.code, found.message);
  return found.actor.kind === 'visitor' ? found.actor : null;
}
