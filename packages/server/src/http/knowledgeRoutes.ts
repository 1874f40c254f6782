import type { FastifyInstance } from 'fastify';
import type { ServerParts } from '../parts.js';
import { HttpProblem, unknownSite } from './httpProblem.js';
import { sendPublicFile } from './sendPublicFile.js';

/** An image of an article opened by itself must not run anything beside the inbox. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** `/k/<site>/…`: compiled articles, for any page. */
export function registerKnowledge(
  app: FastifyInstance,
  parts: Pick<ServerParts, 'sites'>,
  folders: ReadonlyMap<string, string>,
): void {
  app.get<{ Params: { site: string; '*': string } }>(
    '/k/:site/*',
    { config: { action: 'route:knowledge' } },
    async (request, reply) => {
      reply.headers({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'content-security-policy': POLICY,
      });
      const { site, '*': path } = request.params;
      if (!parts.sites.has(site)) throw unknownSite(site);
      const folder = folders.get(site);
      if (folder === undefined) throw new HttpProblem('not_found', `Site "${site}" has no articles ("knowledge").`);
      return sendPublicFile(reply, folder, path, 60);
    },
  );
}
