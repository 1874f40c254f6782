import type { NewVisitor, SignIn } from '@handrail/protocol';
import type { FastifyInstance } from 'fastify';
import type { ServerParts } from '../parts.js';
import { API, type ApiRoute } from './apiTable.js';
import { asyncApi } from './asyncApi.js';
import { checkOrigin, guardOrigins } from './guardOrigins.js';
import type { Rates } from './httpOptions.js';
import { HttpProblem, unknownSite } from './httpProblem.js';
import { openApi } from './openApi.js';

/** `/healthz`, `/api/v1/…`, `/openapi.json` and `/asyncapi.json`. */
export function registerApi(app: FastifyInstance, parts: ServerParts, rates: Rates, bodyLimit: number): void {
  guardOrigins(app, parts);

  app.get(API.health.url, routeOptions(API.health), async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );

  app.get<{ Params: { site: string } }>(API.site.url, routeOptions(API.site), async request => {
    const site = parts.sites.get(request.params.site);
    if (site === undefined) throw unknownSite(request.params.site);
    return site.widget;
  });

  app.get<{ Querystring: { site: string } }>(API.availability.url, routeOptions(API.availability), async request => {
    if (!parts.sites.has(request.query.site)) throw unknownSite(request.query.site);
    return parts.availability(request.query.site);
  });

  app.post<{ Body: NewVisitor }>(
    API.visitors.url,
    { ...routeOptions(API.visitors, rates.visitors), bodyLimit },
    async (request, reply) => {
      const { site } = request.body;
      if (!parts.sites.has(site)) throw unknownSite(site);
      checkOrigin(parts, request, site);
      if (parts.sites.get(site)?.identity?.required) throw new HttpProblem('identity_required');
      return reply.code(API.visitors.status).send(await parts.newVisitor(site));
    },
  );

  app.post<{ Body: SignIn }>(
    API.signIn.url,
    { ...routeOptions(API.signIn, rates.signIn), bodyLimit },
    async request => {
      const grant = await parts.signIn(request.body.code);
      if (grant !== null) return grant;
      throw new HttpProblem(
        'unauthenticated',
        'This sign-in code is unknown, used or too old. Make a new one with: handrail sign-in <agent>',
      );
    },
  );

  app.get('/openapi.json', { config: { action: 'route:docs' } }, async () => openApi());
  app.get('/asyncapi.json', { config: { action: 'route:docs' } }, async () => asyncApi());
}

/** Body, query and address are checked against the table's schemas; `perMinute` requests of one address. */
export function routeOptions({ action, params, querystring, body }: ApiRoute, perMinute?: number) {
  return {
    config: { action, ...(perMinute === undefined ? {} : { rateLimit: { max: perMinute, timeWindow: 60_000 } }) },
    schema: {
      ...(params === undefined ? {} : { params }),
      ...(querystring === undefined ? {} : { querystring }),
      ...(body === undefined ? {} : { body }),
    },
  };
}
