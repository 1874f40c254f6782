import type { SiteFlow } from '../knowledge/prepareFlows.js';
import type { MetricsAccess } from './metricsRoutes.js';

/** What the routes need to know beside the server's parts. */
export interface HttpOptions {
  /** Folder with the built widget (`w/`) and inbox (`inbox/`). Default: `dist/public` of this package. */
  readonly assets?: string;
  /** Folder of compiled articles by site; a site without an entry answers 404 under `/k/`. Default: none. */
  readonly knowledge?: ReadonlyMap<string, string>;
  /** Published flows by site. Default: none, every page runs the built-in flow. */
  readonly flows?: ReadonlyMap<string, SiteFlow>;
  /** Folder with pages served at `/`. Default: none. */
  readonly pages?: string | null;
  /** Folder of a built site served at `/docs/`. Default: none. */
  readonly docs?: string | null;
  /** Where customers reach this server. Default: the address each request came to. */
  readonly publicUrl?: string | null;
  /** Who may read `/metrics`. Default `off`. */
  readonly metrics?: MetricsAccess;
  /** Requests one address may send per minute to each of these. Default: visitors 60, sign-in 10, identity 120, outcomes 60, files 60. */
  readonly rates?: Partial<Rates>;
}

/** Requests per minute and address. */
export interface Rates {
  readonly visitors: number;
  readonly signIn: number;
  /** Signed identities; as many again of refreshes, and of revocations. */
  readonly identity: number;
  /** Ends of help sessions. */
  readonly outcomes: number;
  /** Files announced; ten times as many requests may carry their bytes. */
  readonly files: number;
}

/** The defaults: an office behind one address gets in, guessing does not. */
export const DEFAULT_RATES: Rates = Object.freeze({ visitors: 60, signIn: 10, identity: 120, outcomes: 60, files: 60 });
