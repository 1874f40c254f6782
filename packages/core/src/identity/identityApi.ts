import type { Identify, IdentityGrant } from '@handrail/protocol';
import { backoff } from '../backoff.js';
import type { Environment } from '../environment.js';
import { HandrailError } from '../errors.js';
import { asError, postJson } from '../http.js';

/** The server's routes of identities. Tokens travel in bodies only. */
export interface IdentityApi {
  exchange(asked: Omit<Identify, 'site'>): Promise<IdentityGrant>;
  refresh(refresh: string): Promise<IdentityGrant>;
  /** Ends a token. Resolves after the first try; one that found no server is repeated for a while. */
  revoke(token: string): Promise<void>;
}

/** Tries of a sign-out, over about a minute; a session nobody ended ends by itself. */
const TRIES = 8;

/**
 * @param failed told of a sign-out that did not reach the server
 */
export function createIdentityApi(
  environment: Environment,
  server: string,
  site: string,
  failed: (error: unknown) => void,
): IdentityApi {
  const at = (path: string) => `${server}/api/v1/identity${path}`;

  async function revoke(token: string, attempt: number): Promise<void> {
    try {
      const response = await environment
        .fetch(at('/revoke'), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ site, token }),
          // The page often goes somewhere else right after a sign-out.
          keepalive: true,
        })
        .catch((cause: unknown) => {
          throw new HandrailError('offline', undefined, { cause });
        });
      if (!response.ok) throw await asError(response);
    } catch (error) {
      if (attempt === 0) failed(error);
      if (!(error as HandrailError).retryable || attempt >= TRIES) return;
      environment.setTimeout(() => void revoke(token, attempt + 1), backoff(attempt, 1));
    }
  }

  return {
    exchange: async asked => (await postJson(environment, at(''), { site, ...asked })) as IdentityGrant,
    refresh: async refresh => (await postJson(environment, at('/refresh'), { site, refresh })) as IdentityGrant,
    revoke: token => revoke(token, 0),
  };
}
