import type { CloseCodeNumber, ErrorCodeName, SiteConfig } from '@handrail/protocol';
import type { Session } from '../store/store.js';
import type { AllowsOrigin } from './origins.js';
import { hashToken } from './tokens.js';
import type { AgentActor, AgentConfig, VisitorActor } from './who.js';

/** What a caller shows. */
export interface Credentials {
  readonly site: string;
  readonly token: string;
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

/** Who it is and until when, or why not. */
export type Identified =
  | { readonly ok: true; readonly actor: VisitorActor | AgentActor; readonly expiresAt: number | null }
  | { readonly ok: false; readonly close: CloseCodeNumber; readonly code: ErrorCodeName; readonly message: string };

/** Finds out who a token belongs to. */
export type Identify = (credentials: Credentials) => Promise<Identified>;

/** What it is made of. */
export interface IdentifyOptions {
  readonly sites: ReadonlyMap<string, SiteConfig>;
  /** By id. An agent who is no longer named here is out, whatever the session says. */
  readonly agents: ReadonlyMap<string, AgentConfig>;
  readonly allowsOrigin: AllowsOrigin;
  readonly session: (tokenHash: string) => Promise<Session | null>;
  readonly now: () => number;
}

/** Name and role come from the settings, not from the session: a change there counts at the next connection. */
export function createIdentify({ sites, agents, allowsOrigin, session, now }: IdentifyOptions): Identify {
  return async ({ site: named, token, origin, host }) => {
    // An agent's session belongs to one site, so a script that only has the token need not name it.
    const own = named === '' ? await session(hashToken(token)) : null;
    const site = own?.kind === 'agent' ? own.site : named;
    if (!sites.has(site)) return refuse(4503, 'unknown_site', `There is no site ${site}.`);
    if (!allowsOrigin(site, origin, host)) {
      return refuse(4502, 'origin_not_allowed', `Pages of ${origin} may not use the site ${site}.`);
    }
    const found = await session(hashToken(token));
    if (found?.site !== site) return refuse(4500, 'unauthenticated', 'The token is not known.');
    if (found.expiresAt !== null && found.expiresAt <= now()) {
      if (isOver(found, found.expiresAt, now())) return refuse(4500, 'unauthenticated', 'The token is not known.');
      return refuse(4001, 'token_expired', 'The token has expired; fetch a new one.');
    }
    const { id, expiresAt } = found;
    if (found.kind === 'visitor') return { ok: true, actor: visitorOf(found), expiresAt };
    const agent = agents.get(id);
    if (agent?.site !== site) return refuse(4503, 'unauthenticated', 'The agent was removed.');
    return { ok: true, actor: { kind: 'agent', id, site, name: agent.name, role: agent.role }, expiresAt };
  };
}

/** Time in which other tabs hear of the token that took the place of an anonymous one, in milliseconds. */
const HEARING_MS = 60_000;

/** An anonymous token ends when its visitor signs in; whoever shows it later has nothing to come back to. */
function isOver({ kind, family }: Session, expiresAt: number, now: number): boolean {
  return kind === 'visitor' && family === undefined && expiresAt + HEARING_MS <= now;
}

function visitorOf({ id, site, family, attributes }: Session): VisitorActor {
  if (family === undefined) return { kind: 'visitor', id, site };
  return { kind: 'visitor', id, site, family, attributes: attributes ?? [] };
}

function refuse(close: CloseCodeNumber, code: ErrorCodeName, message: string): Identified {
  return { ok: false, close, code, message };
}
