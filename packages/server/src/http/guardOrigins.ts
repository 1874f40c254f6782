import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerParts } from '../parts.js';
import { HttpProblem, unknownSite } from './httpProblem.js';

const ALLOWED = 'content-type, authorization, tus-resumable, upload-length, upload-metadata, upload-offset';
/** Headers of answers that pages may read beside those every page may. */
const SHOWN = 'location, retry-after, tus-resumable, upload-length, upload-offset';

/**
 * Lets the API be used by pages of exactly the sites' origins, preflight included. A page of another origin gets 403,
 * without the header that would let it read so.
 */
export function guardOrigins(app: FastifyInstance, parts: Pick<ServerParts, 'sites' | 'allowsOrigin'>): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    reply.header('cache-control', 'no-store').header('vary', 'Origin');
    const site = siteOf(request);
    const known = site !== null && parts.sites.has(site);
    checkOrigin(parts, request, known ? site : null, reply);
    if (site !== null && !known) throw unknownSite(site);
  });

  app.options('/api/*', { config: { action: 'route:site' } }, async (_request, reply) =>
    reply
      .headers({
        'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
        'access-control-allow-headers': ALLOWED,
        'access-control-max-age': '600',
      })
      .code(204)
      .send(),
  );
}

/** Refuses a page that may not use the site (`null`: any site), and lets one that may read the answer. */
export function checkOrigin(
  { allowsOrigin }: Pick<ServerParts, 'allowsOrigin'>,
  { headers }: FastifyRequest,
  site: string | null,
  reply?: FastifyReply,
): void {
  const { origin, host } = headers;
  if (!allowsOrigin(site, origin, host)) {
    throw new HttpProblem(
      'origin_not_allowed',
      `Pages of this origin may not use ${site === null ? 'any site of this server' : `site "${site}"`}. Add the origin to "origins" of the site in handrail.json.`,
      { path: 'Origin', expected: 'an origin on the list', got: String(origin).slice(0, 200) },
    );
  }
  if (origin !== undefined)
    reply?.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': SHOWN });
}

function siteOf(request: FastifyRequest): string | null {
  const { site: inPath } = (request.params ?? {}) as { site?: unknown };
  const { site: inQuery } = (request.query ?? {}) as { site?: unknown };
  const site = inPath ?? inQuery;
  return typeof site === 'string' && site !== '' ? site : null;
}
