import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ServerParts } from '../parts.js';
import { HttpProblem } from './httpProblem.js';

/**
 * Who may read the figures: nobody (`/metrics` is then not there), everybody who reaches the server, or who sends
 * `Authorization: Bearer <token>`.
 */
export type MetricsAccess = 'off' | 'open' | { readonly token: string };

/** `GET /metrics`, in the Prometheus text format; and the times of all requests of this app. */
export function registerMetrics(app: FastifyInstance, { metrics }: ServerParts, access: MetricsAccess): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requested(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
  });
  if (access === 'off') return;
  app.get('/metrics', { config: { action: 'route:metrics' } }, async (request, reply) => {
    if (access !== 'open' && !isSame(request.headers.authorization ?? '', `Bearer ${access.token}`)) {
      reply.header('www-authenticate', 'Bearer');
      throw new HttpProblem('unauthenticated', 'The figures are read with the token of "metrics" in the settings.');
    }
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}

/** Hashed first: texts of different lengths must take the same time too. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map(text => createHash('sha256').update(text).digest());
  return timingSafeEqual(a as Buffer, b as Buffer);
}
