import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './httpProblem.js';
import { sendWithTag } from './sendWithTag.js';

/** `/k/<site>/flow.json`: a site's own flow, validated and with its texts parsed; pages without one run the built-in flow. */
export function registerFlows(app: FastifyInstance, flows: ReadonlyMap<string, string>): void {
  app.get<{ Params: { site: string } }>(
    '/k/:site/flow.json',
    { config: { action: 'route:knowledge' } },
    async (request, reply) => {
      const flow = flows.get(request.params.site);
      if (flow === undefined)
        throw new HttpProblem('not_found', `Site "${request.params.site}" has no flow of its own.`);
      reply.headers({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=60',
      });
      return sendWithTag(request, reply.type('application/json; charset=utf-8'), flow);
    },
  );
}
