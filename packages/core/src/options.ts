import type { Contact } from '@handrail/protocol';
import { ALL_CONSENT, type Consent } from './consent.js';
import type { Environment } from './environment.js';

/** Where a message goes when no server is there. */
export type StaticContact = string | ((contact: Contact, transcript: string) => void | Promise<void>);

/** What `createHandrail` takes. Give `server` and `site` (live mode), or `knowledge` alone (static mode). */
export interface HandrailOptions {
  /** Origin of the Handrail server, such as `https://help.example.com`. Without it nothing leaves the page. */
  readonly server?: string;
  /** The site's id on that server. */
  readonly site?: string;
  /** Address of the folder with compiled knowledge. Default: the server's folder of the site. */
  readonly knowledge?: string;
  /**
   * Milliseconds a file of the knowledge may take. Default 6000. Later it counts as missing: searches answer from the other files
   * and say so. Lower shows the rest sooner, and gives up more often on slow lines.
   */
  readonly knowledgeTimeout?: number;
  /**
   * Milliseconds a query must stand before it is told as `search` or kept for the story. Default 400. A query that found nothing is
   * held five times as long, and not told when the next one begins with it. 0 tells of every query while somebody types.
   */
  readonly searchSettle?: number;
  /**
   * Milliseconds a WebSocket may take to open. Default 4000. Later an event stream is tried, then a long poll, and what worked is
   * used for an hour. Lower falls back sooner, also on slow lines that would have opened one.
   */
  readonly connectTimeout?: number;
  /**
   * Events of a conversation that are read at once. Default 50, at most 1000. Older ones are read by `loadOlder()`. Lower shows a long
   * conversation sooner after a reload, and asks more often on the way back.
   */
  readonly historyPage?: number;
  /** Things `track` and `page` told that a story holds, each. Default 20, at most 50: the newest. 0 holds none. */
  readonly storyEvents?: number;
  /**
   * What the customer agreed to before; see `setConsent`. Default: everything. What is `false` here never begins: nothing is read
   * from the browser either, and what it kept is removed.
   */
  readonly consent?: Partial<Consent>;
  /** Ids of the articles `popular()` names, best first. Default: the first of the help centre. Empty: none. */
  readonly popular?: readonly string[];
  /** Address of a published flow. Default: the built-in flow. */
  readonly flow?: string;
  /** Languages the site offers, best first. Default `["en"]`. */
  readonly locales?: readonly string[];
  /** Language to start with. Default: the environment's first language that the site offers. */
  readonly locale?: string;
  /** Static mode: a mail address or a function that gets the contact form. Without it the form is not offered. */
  readonly contact?: StaticContact;
  /** What the client takes from the outside; each part has a default. */
  readonly environment?: Partial<Environment>;
}

/** Options with every default in place. */
export interface ResolvedOptions {
  readonly server: string | null;
  readonly site: string;
  readonly knowledge: string;
  readonly knowledgeTimeout: number;
  readonly searchSettle: number;
  readonly connectTimeout: number;
  readonly historyPage: number;
  readonly storyEvents: number;
  readonly consent: Consent;
  readonly popular: readonly string[] | null;
  readonly flow: string | null;
  readonly locales: readonly string[];
  readonly locale: string;
  readonly contact: StaticContact | null;
}

/** Fills in the defaults. Throws a `TypeError` that names the option, what was expected and what was given. */
export function resolveOptions(options: HandrailOptions, languages: readonly string[]): ResolvedOptions {
  const server = options.server === undefined ? null : checkServer(options.server);
  if (server === null && options.knowledge === undefined) {
    throw new TypeError('createHandrail: expected `server` and `site`, or `knowledge`; got neither.');
  }
  if (server !== null && !options.site) {
    throw new TypeError(
      `createHandrail: option \`site\` should be the id of a site, got ${JSON.stringify(options.site)}.`,
    );
  }
  const site = options.site ?? 'static';
  const locales = options.locales?.length ? options.locales : ['en'];
  return {
    server,
    site,
    knowledge: folder(options.knowledge ?? `${server}/k/${site}/`),
    knowledgeTimeout: checkTime('createHandrail', 'knowledgeTimeout', options.knowledgeTimeout ?? 6_000, 1),
    searchSettle: checkTime('createHandrail', 'searchSettle', options.searchSettle ?? 400, 0),
    connectTimeout: checkTime('createHandrail', 'connectTimeout', options.connectTimeout ?? 4_000, 1),
    historyPage: checkCount('historyPage', options.historyPage ?? 50, 1, 1000),
    storyEvents: checkCount('storyEvents', options.storyEvents ?? 20, 0, 50),
    consent: { ...ALL_CONSENT, ...options.consent },
    popular: options.popular ?? null,
    flow: options.flow ?? null,
    locales,
    locale: pickLocale(options.locale ? [options.locale, ...languages] : languages, locales),
    contact: options.contact ?? null,
  };
}

function checkServer(server: string): string {
  if (!/^https?:\/\/[^/\s]+/.test(server)) {
    throw new TypeError(
      `createHandrail: option \`server\` should be an origin like https://help.example.com, got ${JSON.stringify(server)}.`,
    );
  }
  return server.replace(/\/+$/, '');
}

/** Throws a `TypeError` that names the function `of`, the option, what was expected and what was given. */
export function checkTime(of: string, name: string, ms: number, least: number): number {
  if (Number.isFinite(ms) && ms >= least) return ms;
  throw new TypeError(`${of}: option \`${name}\` should be milliseconds, ${least} or more, got ${ms}.`);
}

function checkCount(name: string, count: number, least: number, most: number): number {
  if (Number.isInteger(count) && count >= least && count <= most) return count;
  throw new TypeError(
    `createHandrail: option \`${name}\` should be a whole number from ${least} to ${most}, got ${count}.`,
  );
}

const folder = (address: string) => (address.endsWith('/') ? address : `${address}/`);

/**
 * The offered language that fits best: the same tag, then the same language with the same script, then the same
 * language; the first offered when none fits. `zh`, `zh-CN` and `zh-SG` read Simplified, `zh-TW`, `zh-HK` and `zh-MO`
 * Traditional Chinese. The older names of Hebrew, Indonesian and Yiddish (`iw`, `in`, `ji`) are known.
 */
export function pickLocale(wanted: readonly string[], offered: readonly string[]): string {
  const lower = offered.map(tag => withScript(tag));
  for (const tag of wanted) {
    const full = withScript(tag);
    const exact = lower.indexOf(full);
    if (exact >= 0) return offered[exact] ?? tag;
    const [language = '', second = ''] = full.split('-');
    const script = lower.findIndex(other => other.startsWith(`${language}-${second}`) && second.length === 4);
    if (script >= 0) return offered[script] ?? tag;
    const near = lower.findIndex(other => other.split('-')[0] === language && language !== 'zh');
    if (near >= 0) return offered[near] ?? tag;
  }
  return offered[0] ?? 'en';
}

/** The tag under its newest name, of Chinese with the script its region writes; what is no tag stays as it is. */
function withScript(tag: string): string {
  let known = tag;
  try {
    const locale = new Intl.Locale(tag.replace(/_/g, '-'));
    known = locale.language === 'zh' ? `zh-${locale.maximize().script}` : `${locale}`;
  } catch {}
  return known.toLowerCase();
}
