import type { AgentGrant } from '@handrail/protocol';
import type { Environment } from '../environment.js';
import { postJson } from '../http.js';
import type { AgentOptions } from './agent.js';

/** How an agent's client comes by its session. */
export interface AgentAccess {
  /** The session token; a one-time code becomes one first. */
  signIn(): Promise<string>;
  /** The session token, `null` before the sign-in finished. */
  token(): string | null;
  /** The session knows its site; only a fresh grant says which. Otherwise empty. */
  site(): string;
  /** The session has run out. Answers whether there is a way to another. */
  renew(): boolean;
}

/** One-time codes start with this; everything else is a session token. */
const SIGN_IN_PREFIX = 'hs_';

/** Keeps the session token, and asks for another when it has run out. */
export function createAgentAccess(
  options: Pick<AgentOptions, 'server' | 'token'> & {
    readonly getToken: AgentOptions['getToken'] | undefined;
    readonly environment: Environment;
  },
): AgentAccess {
  const { environment, server, getToken } = options;
  let grant: AgentGrant | null = null;
  /** What a session is made from; `null` when it has run out. */
  let shown: string | null = options.token;
  let token = shown.startsWith(SIGN_IN_PREFIX) ? null : shown;
  let asking: Promise<string> | null = null;

  async function redeem(): Promise<string> {
    shown ??= (await getToken?.()) ?? options.token;
    if (shown.startsWith(SIGN_IN_PREFIX)) {
      grant = (await postJson(environment, `${server}/api/v1/sign-in`, { code: shown })) as AgentGrant;
      token = grant.token;
    } else token = shown;
    return token;
  }

  return {
    /** A code works once: whoever needs the session while it is asked for waits for the same answer. */
    signIn() {
      if (token !== null) return Promise.resolve(token);
      asking ??= redeem().finally(() => {
        asking = null;
      });
      return asking;
    },
    token: () => token,
    site: () => grant?.site ?? '',
    renew() {
      [shown, token] = [null, null];
      return getToken !== undefined;
    },
  };
}
