import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { INTENTS_FILE, type SiteFlow } from '../knowledge/prepareFlows.js';
import { HttpProblem } from './httpProblem.js';
import { sendWithTag } from './sendWithTag.js';

/**
 * `/k/<site>/flow.json`: a site's own flow, validated and with its texts parsed; pages without one run the built-in flow.
 * `/k/<site>/intents.json`: what tells the flow's intents apart.
 */
export function registerFlows(app: FastifyInstance, flows: ReadonlyMap<string, SiteFlow>): void {
  const serve = (file: string, read: (flow: SiteFlow) => string | null, what: string) =>
    app.get<{ Params: { site: string } }>(
      `/k/:site/${file}`,
      { config: { action: 'route:knowledge' } },
      async (request, reply) => {
        const { site } = request.params;
        const flow = flows.get(site);
        const text = flow ? read(flow) : null;
        if (text === null) throw new HttpProblem('not_found', `Site "${site}" has ${what}.`);
        return sendJson(request, reply, text);
      },
    );
  serve('flow.json', ({ flow }) => flow, 'no flow of its own');
  serve(INTENTS_FILE, ({ intents }) => intents, 'no intents');
}

function sendJson(request: FastifyRequest, reply: FastifyReply, text: string) {
  reply.headers({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=60',
  });
  return sendWithTag(request, reply.type('application/json; charset=utf-8'), text);
}
