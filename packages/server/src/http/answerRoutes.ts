import type { Knowledge } from '@handrail/knowledge';
import type { AskAnswer, WrittenEvent } from '@handrail/protocol';
import type { FastifyInstance } from 'fastify';
import { openHelp } from '../knowledge/openHelp.js';
import type { ServerParts } from '../parts.js';
import { routeOptions } from './apiRoutes.js';
import { API } from './apiTable.js';
import { customerOf } from './customerOf.js';
import { checkOrigin } from './guardOrigins.js';
import { HttpProblem, unknownSite } from './httpProblem.js';
import { openStream } from './openStream.js';

/** Answers an address may ask for per minute unless the settings say otherwise. */
const PER_MINUTE = 10;

/**
 * `POST /api/v1/answers`: an answer of the site's language model while it is written. It stops when the customer leaves.
 * @param knowledge folders with compiled articles, by site
 */
export function registerAnswers(
  app: FastifyInstance,
  parts: Pick<ServerParts, 'sites' | 'answers' | 'identify' | 'allowsOrigin' | 'log'>,
  knowledge: ReadonlyMap<string, string>,
  bodyLimit: number,
): void {
  const { sites, answers, log } = parts;
  const opened = new Map<string, Promise<Knowledge | null>>();
  function helpOf(site: string): Promise<Knowledge | null> {
    const help = opened.get(site) ?? openHelp(knowledge.get(site));
    opened.set(site, help);
    help.catch(() => opened.delete(site));
    return help;
  }

  app.post<{ Body: AskAnswer }>(
    API.answers.url,
    {
      ...routeOptions(API.answers),
      bodyLimit,
      config: {
        action: API.answers.action,
        rateLimit: {
          // The body says which site it is.
          hook: 'preHandler',
          timeWindow: 60_000,
          keyGenerator: request => JSON.stringify(['answers', (request.body as AskAnswer).site, request.ip]),
          max: request => sites.get((request.body as AskAnswer).site)?.model?.perMinute ?? PER_MINUTE,
        },
      },
    },
    async (request, reply) => {
      const ask = request.body;
      const site = sites.get(ask.site);
      if (!site) throw unknownSite(ask.site);
      checkOrigin(parts, request, ask.site);
      if (!site.model) {
        throw new HttpProblem('not_found', `The site "${ask.site}" has no language model.`, {
          path: '/site',
          expected: 'a site with "model" in handrail.json',
          got: JSON.stringify(ask.site),
        });
      }
      const customer = await customerOf(parts, request, ask.site);
      const help = await helpOf(ask.site);
      openStream(reply);
      const left = new AbortController();
      reply.raw.on('close', () => left.abort());
      reply.raw.on('error', error => log.debug({ err: error }, 'answer'));
      const tell = (event: WrittenEvent) => void reply.raw.write(`data: ${JSON.stringify(event)}\n\n`);
      await answers.write({ ask, site, help, customer, tell, signal: left.signal });
      reply.raw.end();
    },
  );
}
