import type { AgentGrant, VisitorGrant } from '@handrail/protocol';
import { openMany } from './openSocket.js';

/** Who connects, and the site they belong to. */
export interface Person {
  readonly site: string;
  readonly token: string;
}

/** Signs in `agent0`, `agent1`, … of the sites in this order. */
export async function signInAgents(
  origin: string,
  sites: readonly string[],
  signInCode: (agent: string) => Promise<string>,
): Promise<Person[]> {
  const agents: Person[] = [];
  for (const [place, site] of sites.entries()) {
    const code = await signInCode(`agent${place}`);
    const { token } = await post<AgentGrant>(`${origin}/api/v1/sign-in`, { code }, place);
    agents.push({ site, token });
  }
  return agents;
}

/** Makes anonymous visitors, spread over the sites. */
export function grantVisitors(origin: string, sites: readonly string[], count: number): Promise<Person[]> {
  return openMany(count, async place => {
    const site = sites[place % sites.length] ?? '';
    const { token } = await post<VisitorGrant>(`${origin}/api/v1/visitors`, { site }, place);
    return { site, token };
  });
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
