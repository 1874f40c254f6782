import type { SiteConfig } from '@handrail/protocol';

/** Whether a page may use a site; `null` asks for any of the sites. */
export type AllowsOrigin = (site: string | null, origin: string | undefined, host: string | undefined) => boolean;

/**
 * Compares origins exactly with the sites' lists. No `Origin` passes: browsers always send one with a socket and with
 * a POST, so whoever leaves it out is a script that could forge it anyway. The server's own pages pass by `Host`.
 */
export function createOrigins(sites: ReadonlyMap<string, SiteConfig>): AllowsOrigin {
  const bySite = new Map([...sites].map(([id, site]) => [id, new Set(site.origins)]));
  const any = new Set([...sites.values()].flatMap(site => site.origins));
  return (site, origin, host) => {
    if (origin === undefined) return true;
    if (host !== undefined && isOwn(origin, host)) return true;
    return (site === null ? any : bySite.get(site))?.has(origin) ?? false;
  };
}

function isOwn(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
