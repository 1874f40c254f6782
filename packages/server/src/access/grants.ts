import type { AgentGrant, VisitorGrant } from '@handrail/protocol';
import type { Store } from '../store/store.js';
import { hashToken, newToken, type Random } from './tokens.js';
import type { AgentConfig } from './who.js';

/** Hands out tokens. Each is shown once; the store keeps hashes. */
export interface Grants {
  /** An anonymous visitor. */
  visitor(site: string): Promise<VisitorGrant>;
  /** A code an agent signs in with, once, within a day. Throws when no agent has this id. */
  signInCode(agent: string): Promise<string>;
  /** The agent's session; `null` when the code is unknown, used, too old, or its agent was removed. */
  agent(code: string): Promise<AgentGrant | null>;
}

/** What they are made of. */
export interface GrantsOptions {
  readonly store: Pick<Store, 'addSession' | 'addSignIn' | 'redeemSignIn'>;
  readonly agents: ReadonlyMap<string, AgentConfig>;
  readonly newId: () => string;
  readonly random: Random;
  readonly now: () => number;
}

const DAY_MS = 86_400_000;
const AGENT_DAYS = 30;

/** Visitors' tokens do not expire: an anonymous customer could not get another. */
export function createGrants({ store, agents, newId, random, now }: GrantsOptions): Grants {
  return {
    async visitor(site) {
      const [visitor, token] = [newId(), newToken('hv', random)];
      await store.addSession(hashToken(token), { kind: 'visitor', id: visitor, site, expiresAt: null });
      return { visitor, token };
    },
    async signInCode(agent) {
      if (!agents.has(agent)) {
        throw new Error(`No agent to sign in: expected one of ${[...agents.keys()].join(', ')}, got ${agent}.`);
      }
      const code = newToken('hs', random);
      await store.addSignIn(hashToken(code), agent, now() + DAY_MS);
      return code;
    },
    async agent(code) {
      const agent = agents.get((await store.redeemSignIn(hashToken(code), now())) ?? '');
      if (!agent) return null;
      const token = newToken('ha', random);
      const { id, name, role, site } = agent;
      const expiresAt = now() + AGENT_DAYS * DAY_MS;
      await store.addSession(hashToken(token), { kind: 'agent', id, site, expiresAt });
      return { token, agent: { id, name, role }, site };
    },
  };
}
