import type { Identify as Asked, IdentityGrant, Refresh, Revoke } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';
import type { BusMessage } from '../bus/bus.js';
import type { ServerLimits } from '../gateway/serverLimits.js';
import type { NextTokens, Revoked, Store } from '../store/store.js';
import { hashToken, newToken, type Random } from './tokens.js';
import type { VerifyIdentity } from './verifyIdentity.js';

/** Sessions of people the sites' backends vouch for. Each token is shown once; the store keeps hashes. */
export interface Identities {
  /** A signed token becomes a session. */
  exchange(asked: Asked): Promise<Granted>;
  /** `null` when the refresh is unknown, over, or was shown before; then everything of its sign-in has ended too. */
  refresh(asked: Refresh): Promise<IdentityGrant | null>;
  /** Ends tokens, and the connections that use them. */
  revoke(asked: Revoke): Promise<void>;
  /** Forgets what ended long ago. */
  sweep(): Promise<void>;
}

/** A session, or why the signed token is not believed. */
export type Granted = ({ readonly ok: true } & IdentityGrant) | ({ readonly ok: false } & Explanation);

/** What they are made of. */
export interface IdentitiesOptions {
  readonly store: Pick<Store, 'signIn' | 'refresh' | 'revoke' | 'forgetEnded'>;
  readonly verify: VerifyIdentity;
  readonly limits: Pick<ServerLimits, 'identitySessionMs' | 'identityRefreshMs'>;
  readonly publish: (site: string, message: BusMessage) => void;
  readonly newId: () => string;
  readonly random: Random;
  readonly now: () => number;
}

/** How long ended sessions are told from unknown ones, in milliseconds: a device may sleep. */
const REMEMBERED_MS = 30 * 86_400_000;

interface Made {
  readonly token: string;
  readonly refresh: string;
  readonly hashes: NextTokens;
}

export function createIdentities(options: IdentitiesOptions): Identities {
  const { store, limits, publish, newId, random, now } = options;

  function make(at: number): Made {
    const [token, refresh] = [newToken('hi', random), newToken('hr', random)];
    const hashes = {
      session: hashToken(token),
      sessionEnds: at + limits.identitySessionMs,
      refresh: hashToken(refresh),
      refreshEnds: at + limits.identityRefreshMs,
    };
    return { token, refresh, hashes };
  }

  function ended(site: string, { visitor, family }: Revoked, close: 4001 | 4500, reason: string) {
    publish(site, { t: 'ended', visitor, family, close, reason });
  }

  return {
    async exchange({ site, token, id, current }) {
      const verified = await options.verify(site, token);
      if (!verified.ok) return verified;
      if (verified.sub !== id) {
        return { ok: false, path: '/sub', expected: 'the id that was given to identify', got: 'another' };
      }
      const at = now();
      const made = make(at);
      const { attributes } = verified;
      const given = current === undefined ? null : hashToken(current);
      const result = await store.signIn(
        {
          site,
          sub: verified.sub,
          newVisitor: newId(),
          newFamily: newId(),
          attributes,
          current: given,
          tokens: made.hashes,
        },
        at,
      );
      for (const { event, conversation } of result.events) publish(site, { t: 'appended', event, conversation });
      if (result.takenOver !== null) {
        const anonymous = { visitor: result.takenOver, family: null };
        ended(site, anonymous, 4001, 'The visitor signed in; come back with the new token.');
      }
      return { ok: true, ...grantOf(result, attributes, made, at) };
    },
    async refresh({ site, refresh }) {
      const at = now();
      const made = make(at);
      const got = await store.refresh(site, hashToken(refresh), made.hashes, at);
      if (got.result === 'reused') ended(site, got, 4500, 'A refresh was shown twice; the sign-in has ended.');
      if (got.result !== 'ok') return null;
      const { refreshEnds } = got;
      return grantOf(got, got.attributes, { ...made, hashes: { ...made.hashes, refreshEnds } }, at);
    },
    async revoke({ site, token }) {
      const revoked = await store.revoke(site, hashToken(token));
      if (revoked) ended(site, revoked, 4500, 'The visitor signed out.');
    },
    sweep: () => store.forgetEnded(now(), now() - REMEMBERED_MS),
  };
}

function grantOf(
  { visitor, open }: { readonly visitor: string; readonly open: number },
  attributes: IdentityGrant['attributes'] | Readonly<IdentityGrant['attributes']>,
  { token, refresh, hashes }: Made,
  at: number,
): IdentityGrant {
  const [expiresIn, refreshExpiresIn] = [hashes.sessionEnds - at, hashes.refreshEnds - at];
  return { visitor, token, expiresIn, refresh, refreshExpiresIn, attributes: [...attributes], open };
}
