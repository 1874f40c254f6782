import type { Identify, Refresh, Revoke } from '@handrail/protocol';
import type { FastifyInstance } from 'fastify';
import type { ServerParts } from '../parts.js';
import { routeOptions } from './apiRoutes.js';
import { API } from './apiTable.js';
import { checkOrigin } from './guardOrigins.js';
import { HttpProblem, unknownSite } from './httpProblem.js';

/**
 * Signed identities: a token becomes a session, a session the next one, and ends. Tokens travel in bodies, never in
 * addresses or cookies, so that no other page can send them and no log holds them.
 */
export function registerIdentity(
  app: FastifyInstance,
  parts: Pick<ServerParts, 'sites' | 'allowsOrigin' | 'identities'>,
  perMinute: number,
  bodyLimit: number,
): void {
  const { identities } = parts;
  const checkSite = (site: string) => {
    const found = parts.sites.get(site);
    if (found === undefined) throw unknownSite(site);
    return found;
  };

  app.post<{ Body: Identify }>(
    API.identity.url,
    { ...routeOptions(API.identity, perMinute), bodyLimit: bodyLimit * 2 },
    async request => {
      const { site } = request.body;
      const { identity } = checkSite(site);
      checkOrigin(parts, request, site);
      if (!identity) {
        throw new HttpProblem('bad_identity', `The site "${site}" takes no signed identities.`, {
          path: 'identity',
          expected: 'issuer and keys of the site in handrail.json',
          got: 'nothing',
        });
      }
      const { ok, ...granted } = await identities.exchange(request.body);
      if (ok) return granted;
      throw new HttpProblem('bad_identity', 'The identity token was refused.', granted as { path: string });
    },
  );

  app.post<{ Body: Refresh }>(
    API.refreshIdentity.url,
    { ...routeOptions(API.refreshIdentity, perMinute), bodyLimit },
    async request => {
      const { site } = request.body;
      checkSite(site);
      checkOrigin(parts, request, site);
      const grant = await identities.refresh(request.body);
      if (grant) return grant;
      throw new HttpProblem('unauthenticated', 'The refresh is unknown, over, or was used before; sign in again.');
    },
  );

  app.post<{ Body: Revoke }>(
    API.revokeIdentity.url,
    { ...routeOptions(API.revokeIdentity, perMinute), bodyLimit },
    async (request, reply) => {
      const { site } = request.body;
      checkSite(site);
      checkOrigin(parts, request, site);
      await identities.revoke(request.body);
      return reply.code(API.revokeIdentity.status).send();
    },
  );
}
