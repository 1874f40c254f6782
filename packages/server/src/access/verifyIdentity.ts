import type { Attribute, SiteConfig } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { ServerLimits } from '../gateway/serverLimits.js';
import { attributesOf } from './identityAttributes.js';
import { isVerifyKey, readIdentityKey, type VerifyKey } from './identityKeys.js';

/** Who a token says somebody is, or why it is not believed. */
export type VerifiedIdentity =
  | { readonly ok: true; readonly sub: string; readonly attributes: readonly Attribute[] }
  | ({ readonly ok: false } & Explanation);

/** Verifies a token of a site's backend. Never rejects because of the token. */
export type VerifyIdentity = (site: string, token: string) => Promise<VerifiedIdentity>;

/** What it is made of. */
export interface VerifyIdentityOptions {
  readonly sites: ReadonlyMap<string, SiteConfig>;
  readonly limits: Pick<ServerLimits, 'identityTokenBytes' | 'identityTokenMs' | 'identityLeewayMs'>;
  readonly now: () => number;
}

interface Trusted {
  readonly issuer: string;
  readonly keys: ReadonlyMap<string, VerifyKey>;
}

/** Longest `sub`, in characters. */
const SUB = 200;

/**
 * The key is chosen by `kid` and is good for one algorithm, whatever the token's header names (RFC 8725, sections 3.1 and
 * 3.2). Rejects when a key of the settings cannot be used.
 */
export async function createVerifyIdentity(options: VerifyIdentityOptions): Promise<VerifyIdentity> {
  const { limits, now } = options;
  const trusted = await readTrusted(options.sites);
  return async (site, token) => {
    const trust = trusted.get(site);
    if (!trust) return refuse('', 'a site with "identity" in its settings', site);
    const bytes = Buffer.byteLength(token);
    if (bytes > limits.identityTokenBytes) {
      return refuse('', `at most ${limits.identityTokenBytes} bytes`, `${bytes} bytes`);
    }
    const found = chooseKey(trust, token);
    if ('path' in found) return { ok: false, ...found };
    try {
      const { payload } = await jwtVerify(token, found.key, {
        algorithms: [found.alg],
        issuer: trust.issuer,
        audience: site,
        requiredClaims: ['sub', 'iat', 'exp'],
        clockTolerance: limits.identityLeewayMs / 1000,
        currentDate: new Date(now()),
      });
      return believe(payload, limits, now());
    } catch (error) {
      return { ok: false, ...explainRefusal(error, trust, site) };
    }
  };
}

async function readTrusted(sites: ReadonlyMap<string, SiteConfig>): Promise<ReadonlyMap<string, Trusted>> {
  const trusted = new Map<string, Trusted>();
  for (const { id, identity } of sites.values()) {
    if (!identity) continue;
    const keys = new Map<string, VerifyKey>();
    for (const [n, given] of identity.keys.entries()) {
      const read = await readIdentityKey(given, `/identity/keys/${n}`);
      if (!isVerifyKey(read)) throw new Error(`site ${id}: ${read.path}: expected ${read.expected}, got ${read.got}`);
      keys.set(given.kid, read);
    }
    trusted.set(id, { issuer: identity.issuer, keys });
  }
  return trusted;
}

function chooseKey({ keys }: Trusted, token: string): VerifyKey | Explanation {
  let header: { alg?: unknown; kid?: unknown };
  try {
    header = decodeProtectedHeader(token);
  } catch {
    return { path: '', expected: 'a JWT in compact form', got: 'something else' };
  }
  const { alg, kid } = header;
  const key = typeof kid === 'string' ? keys.get(kid) : undefined;
  if (!key) return { path: '/kid', expected: 'the kid of a key in the settings', got: shown(kid) };
  return alg === key.alg ? key : { path: '/alg', expected: `${key.alg}, as the settings say`, got: shown(alg) };
}

/** What the signature does not say: that the token is short-lived, for this site alone, and about somebody. */
function believe(payload: JWTPayload, limits: VerifyIdentityOptions['limits'], now: number): VerifiedIdentity {
  const { sub, iat = 0, exp = 0, aud } = payload;
  if (typeof sub !== 'string' || sub.trim() === '' || sub.length > SUB) {
    return refuse('/sub', `1 to ${SUB} characters`, shown(sub));
  }
  if (Array.isArray(aud) && aud.length > 1) return refuse('/aud', 'this site alone', `${aud.length} audiences`);
  const most = limits.identityTokenMs / 1000;
  if (!(exp - iat <= most)) return refuse('/exp', `at most ${most} seconds after iat`, `${exp - iat} seconds`);
  const ahead = iat - now / 1000;
  if (ahead > limits.identityLeewayMs / 1000) {
    return refuse('/iat', 'a time that has come', `${Math.round(ahead)} seconds from now`);
  }
  return { ok: true, sub, attributes: attributesOf(sub, payload) };
}

function explainRefusal(error: unknown, { issuer }: Trusted, site: string): Explanation {
  if (error instanceof errors.JWTExpired) return { path: '/exp', expected: 'a time to come', got: 'one that is over' };
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim, payload } = error;
    const expected = { iss: JSON.stringify(issuer), aud: JSON.stringify(site), nbf: 'a time that has come' }[claim];
    return { path: `/${claim}`, expected: expected ?? 'a value', got: shown(payload[claim]) };
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return { path: '/signature', expected: 'one of the key that kid names', got: 'another' };
  }
  return { path: '', expected: 'a JWT in compact form', got: 'something else' };
}

function refuse(path: string, expected: string, got: string): VerifiedIdentity {
  return { ok: false, path, expected, got };
}

/** A value of the token, short enough for a message. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
