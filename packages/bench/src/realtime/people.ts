import type { AgentGrant, VisitorGrant } from '@handrail/protocol';
import { openMany } from './openSocket.js';

/** Everybody who connects, with the site they belong to. */
export interface People {
  readonly agents: readonly { readonly site: string; readonly token: string }[];
  readonly visitors: readonly { readonly site: string; readonly token: string }[];
}

/** One agent per site and visitors spread over the sites, through the server's own doors. */
export async function grantPeople(
  origin: string,
  sites: readonly string[],
  visitors: number,
  signInCode: (agent: string) => Promise<string>,
): Promise<People> {
  const siteOf = (place: number) => sites[place % sites.length] ?? '';
  const agents: { site: string; token: string }[] = [];
  for (const [place, site] of sites.entries()) {
    const code = await signInCode(`agent${place}`);
    const { token } = await post<AgentGrant>(`${origin}/api/v1/sign-in`, { code }, place);
    agents.push({ site, token });
  }
  return {
    agents,
    visitors: await openMany(visitors, async place => {
      const site = siteOf(place);
      const { token } = await post<VisitorGrant>(`${origin}/api/v1/visitors`, { site }, place);
      return { site, token };
    }),
  };
}

/** Each person comes from an address of their own (198.18.0.0/15 is for benchmarks, RFC 2544). */
async function post<T>(url: string, body: unknown, place: number): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.18.${place >> 8}.${place & 255}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
