import type { FastifyRequest } from 'fastify';

/**
 * A request as the log shows it: without what stands behind `?`, where signatures and tokens of careless clients are, and
 * without the names of files.
 */
export function requestInLog({ method, url, routeOptions, host, ip }: FastifyRequest) {
  const pattern = routeOptions?.url;
  const shown = pattern?.startsWith('/files/') ? pattern : url.split('?', 1)[0];
  return { method, url: shown, host, remoteAddress: ip };
}
