import type { IdentityGrant } from '@handrail/protocol';
import { IdentityGrantSchema } from '@handrail/protocol/schema';
import { SignJWT } from 'jose';
import { Value } from 'typebox/value';
import { expect } from 'vitest';
import type { HandrailServer, ServerOptions } from '../src/createServer.js';
import { CONFIG, ORIGIN } from './startServer.js';

const SECRET = 'a secret of thirty-two bytes....';

/** The settings of the tests, where the shop's backend signs identities. */
export const WITH_IDENTITY: ServerOptions['config'] = {
  ...CONFIG,
  sites: CONFIG.sites.map(site => ({
    ...site,
    identity: {
      issuer: `https://${site.id}.example`,
      keys: [{ kid: site.id, alg: 'HS256', secret: `${SECRET}${site.id}` }],
    },
  })),
};

/** A token as the site's backend would sign it. */
export function signed(sub: string, claims: Record<string, unknown> = {}, site = 'shop', now = Date.now()) {
  const iat = Math.floor(now / 1000);
  return new SignJWT({ iss: `https://${site}.example`, aud: site, sub, iat, exp: iat + 300, ...claims })
    .setProtectedHeader({ alg: 'HS256', kid: site })
    .sign(new TextEncoder().encode(`${SECRET}${site}`));
}

/** Posts to a route of identities. */
export async function postIdentity(
  server: HandrailServer,
  path: '' | '/refresh' | '/revoke',
  body: object,
  origin: string = ORIGIN,
) {
  const response = await fetch(`${server.address}/api/v1/identity${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, answer: text === '' ? null : JSON.parse(text) };
}

/** Signs a person in; the answer is checked against the protocol. */
export async function signIn(
  server: HandrailServer,
  sub: string,
  current?: string,
  claims = {},
): Promise<IdentityGrant> {
  const body = { site: 'shop', token: await signed(sub, claims), id: sub, ...(current ? { current } : {}) };
  const { status, answer } = await postIdentity(server, '', body);
  expect([status, answer]).toEqual([200, expect.anything()]);
  expect(Value.Errors(IdentityGrantSchema, answer)).toEqual([]);
  return answer;
}
