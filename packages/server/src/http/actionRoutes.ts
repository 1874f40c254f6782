import type { RunAction } from '@handrail/protocol';
import type { FastifyInstance } from 'fastify';
import type { ServerParts } from '../parts.js';
import { routeOptions } from './apiRoutes.js';
import { API } from './apiTable.js';
import { customerOf } from './customerOf.js';
import { checkOrigin } from './guardOrigins.js';
import { unknownSite } from './httpProblem.js';

/** Calls of one action that an address may make per minute unless the settings say otherwise: enough to help, too few to guess. */
const PER_MINUTE = 10;

/** `POST /api/v1/actions`: what a flow has the server do. Each action counts its own calls. */
export function registerActions(
  app: FastifyInstance,
  parts: Pick<ServerParts, 'sites' | 'actions' | 'identify' | 'allowsOrigin'>,
  bodyLimit: number,
): void {
  const { sites, actions } = parts;

  app.post<{ Body: RunAction }>(
    API.actions.url,
    {
      ...routeOptions(API.actions),
      bodyLimit,
      config: {
        action: API.actions.action,
        rateLimit: {
          // The body says which action it is.
          hook: 'preHandler',
          timeWindow: 60_000,
          keyGenerator: request => {
            const { site, name } = request.body as RunAction;
            return JSON.stringify([site, name, request.ip]);
          },
          max: request => {
            const { site, name } = request.body as RunAction;
            return sites.get(site)?.actions?.[name]?.perMinute ?? PER_MINUTE;
          },
        },
      },
    },
    async request => {
      const { site, name } = request.body;
      if (!sites.has(site)) throw unknownSite(site);
      checkOrigin(parts, request, site);
      const { verified } = actions.find(site, name);
      return actions.run(request.body, verified ? await customerOf(parts, request, site) : null);
    },
  );
}
