import type { AgentGrant, Availability, SiteConfig, VisitorGrant } from '@handrail/protocol';
import type { Logger } from 'pino';
import type { Can } from './access/can.js';
import type { Identify } from './access/identify.js';
import type { Identities } from './access/identities.js';
import type { AgentConfig } from './access/who.js';
import type { Actions } from './actions/createActions.js';
import type { Answers } from './answers/createAnswers.js';
import type { Files } from './files/createFiles.js';
import type { Admission } from './gateway/admission.js';
import type { Doors } from './gateway/openDoors.js';
import type { ServerLimits } from './gateway/serverLimits.js';
import type { Metrics } from './metrics/createMetrics.js';
import type { Store } from './store/store.js';

/** What a server is told about its sites and the people who answer; `config.ts` reads it from a settings file. */
export interface ServerConfig {
  readonly sites: readonly SiteConfig[];
  readonly agents: readonly AgentConfig[];
}

/** What HTTP routes get from the server. They receive these functions and values, never the server itself. */
export interface ServerParts {
  /** Sites by id. */
  readonly sites: ReadonlyMap<string, SiteConfig>;
  readonly agents: ReadonlyMap<string, AgentConfig>;
  /** Whether a person can come now; `site` must be one of `sites`. */
  availability(site: string): Promise<Availability>;
  /** Makes an anonymous visitor. Its token is shown here once; only a hash is stored. */
  newVisitor(site: string): Promise<VisitorGrant>;
  /** What figures are made from. */
  readonly results: Pick<Store, 'addOutcome' | 'results'>;
  readonly identities: Identities;
  /** Turns a sign-in code into an agent's session, once; `null` when the code is unknown, used or too old. */
  signIn(code: string): Promise<AgentGrant | null>;
  /**
   * Whether a page of this origin may use the site; `null` asks for any site. An absent origin (not a browser) and the
   * server's own (equal to `host`) pass.
   */
  allowsOrigin(site: string | null, origin: string | undefined, host: string | undefined): boolean;
  readonly can: Can;
  /** Who a token belongs to. */
  readonly identify: Identify;
  readonly files: Files;
  readonly actions: Actions;
  readonly answers: Answers;
  /** Connections over plain HTTP; ask `admission` first. */
  readonly doors: Doors;
  readonly admission: Pick<Admission, 'connection' | 'request'>;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly limits: ServerLimits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
