import type { FastifyInstance } from 'fastify';
import type { Action } from '../access/can.js';
import type { ServerParts } from '../parts.js';
import { HttpProblem } from './httpProblem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What `can()` is asked before the route runs. */
    action?: Action;
  }
}

/** Asks `can()` before every route, and refuses to register one that does not say what to ask for. */
export function guardRoutes(app: FastifyInstance, parts: Pick<ServerParts, 'can'>): void {
  app.addHook('onRoute', route => {
    if (route.config?.action === undefined) throw new Error(`route ${route.url}: expected config.action, got none`);
  });
  app.addHook('onRequest', async request => {
    const action = request.routeOptions.config.action;
    // No route: the not-found handler answers.
    if (action === undefined) return;
    const site = (request.params as { site?: string } | null)?.site ?? '';
    if (!parts.can({ kind: 'anonymous' }, action, { site })) throw new HttpProblem('forbidden');
  });
}
