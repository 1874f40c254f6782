import type { OutcomeReport } from '@handrail/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerOf } from '../gateway/admission.js';
import type { ServerParts } from '../parts.js';
import { createReport } from '../report/createReport.js';
import { routeOptions } from './apiRoutes.js';
import { API } from './apiTable.js';
import { checkOrigin } from './guardOrigins.js';
import { HttpProblem, unknownSite } from './httpProblem.js';

/** Bytes of one report of a page. */
const OUTCOME_BYTES = 1024;

type Parts = Pick<ServerParts, 'sites' | 'allowsOrigin' | 'identify' | 'can' | 'results' | 'now'>;

/** How help sessions ended: told by pages, read by admins. */
export function registerReport(app: FastifyInstance, parts: Parts, perMinute: number): void {
  app.register(async scope => {
    // A page that is being left sends without asking first, which browsers allow for this type only.
    scope.addContentTypeParser('text/plain', { parseAs: 'string' }, scope.getDefaultJsonParser('error', 'error'));
    scope.post<{ Body: OutcomeReport }>(
      API.outcomes.url,
      { ...routeOptions(API.outcomes, perMinute), bodyLimit: OUTCOME_BYTES },
      async (request, reply) => {
        const { site } = request.body;
        if (!parts.sites.has(site)) throw unknownSite(site);
        checkOrigin(parts, request, site);
        await parts.results.addOutcome(request.body, parts.now());
        return reply.code(API.outcomes.status).send();
      },
    );
  });

  app.get<{ Querystring: { site?: string; from: string; to: string } }>(
    API.report.url,
    routeOptions(API.report, perMinute),
    async (request, reply) => {
      const { from, to } = request.query;
      const site = parts.sites.get(await siteOfAdmin(parts, request, request.query.site ?? ''));
      if (!site) throw unknownSite(request.query.site ?? '');
      const report = await createReport(parts.results, site, from, to);
      if ('path' in report) throw new HttpProblem('bad_request', 'These days cannot be reported.', report);
      return reply.header('cache-control', 'no-store').send(report);
    },
  );
}

async function siteOfAdmin(parts: Parts, request: FastifyRequest, site: string): Promise<string> {
  const token = bearerOf(request.raw);
  if (token === null) {
    const details = { path: 'Authorization', expected: 'Bearer and the token', got: 'none' };
    throw new HttpProblem('unauthenticated', 'The request shows no token.', details);
  }
  const { origin, host } = request.headers;
  const got = await parts.identify({ site, token, origin, host });
  if (!got.ok) throw new HttpProblem(got.code, got.message);
  if (parts.can(got.actor, 'report:read', { site: got.actor.site })) return got.actor.site;
  throw new HttpProblem('forbidden', 'Results are for agents with the role admin.');
}
