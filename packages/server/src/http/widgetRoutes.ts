import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteConfig } from '@handrail/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerParts } from '../parts.js';
import { unknownSite } from './httpProblem.js';
import { isFile } from './isFile.js';
import { sendPublicFile } from './sendPublicFile.js';
import { sendWithTag } from './sendWithTag.js';
import { siteScript, warnScript } from './siteScript.js';

const SITE_SCRIPT = /^([a-z0-9][a-z0-9-]{0,62})\.js$/;
const NOT_BUILT = 'The widget is not built on this server. In the checkout run: npm run build';

/** `/w/<site>.js`, the script a page includes, and the files it loads. */
export function registerWidget(
  app: FastifyInstance,
  parts: Pick<ServerParts, 'sites' | 'log'>,
  assets: string,
  publicUrl: string | null,
  flows: ReadonlyMap<string, unknown>,
): void {
  const folder = join(assets, 'w');

  async function sendSiteScript(request: FastifyRequest, reply: FastifyReply, site: SiteConfig) {
    const loader = await readFile(join(folder, 'handrail.js'), 'utf8').catch(() => null);
    if (loader === null) {
      parts.log.error(`${NOT_BUILT} (expected ${join(folder, 'handrail.js')})`);
      return reply.code(503).header('cache-control', 'no-store').send(warnScript(NOT_BUILT));
    }
    const script = siteScript(loader, {
      id: site.id,
      server: publicUrl ?? `${request.protocol}://${request.host}`,
      config: site.widget,
      ...(site.knowledge === undefined ? {} : { knowledge: `/k/${site.id}/` }),
      ...(flows.has(site.id) ? { flow: `/k/${site.id}/flow.json` } : {}),
      assets: '/w/',
    });
    return sendWithTag(request, reply.header('cache-control', 'public, max-age=300'), script);
  }

  app.get<{ Params: { '*': string } }>('/w/*', { config: { action: 'route:site' } }, async (request, reply) => {
    const path = request.params['*'];
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    const id = SITE_SCRIPT.exec(path)?.[1];
    const site = id === undefined ? undefined : parts.sites.get(id);
    if (id === undefined) return sendPublicFile(reply, folder, path);
    reply.type('text/javascript; charset=utf-8');
    if (site) return sendSiteScript(request, reply, site);
    if (await isFile(join(folder, path))) return sendPublicFile(reply, folder, path);
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .send(warnScript(unknownSite(id).message));
  });
}
