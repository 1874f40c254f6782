import { type Fetched, fetchBounded } from '../fetchBounded.js';
import { groupBy } from '../groupBy.js';
import { mapBounded } from '../mapBounded.js';
import { isPublicName } from '../publicName.js';
import type { CheckedArticle } from './checkedArticle.js';
import type { Finding } from './finding.js';
import { nodesOf } from './nodesOf.js';

/** How addresses outside are asked. */
export interface ExternalOptions {
  /** Addresses at most; the rest is not asked, with a remark. Default 500. */
  readonly most?: number;
  /** Hosts asked at the same time; one host is asked one address after another. Default 6. */
  readonly hostsAtOnce?: number;
  /** For one address. Default 10,000 ms. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
}

type Use = Pick<CheckedArticle, 'where' | 'lineOf'>;

/** Statuses that say nothing of whether a page is there: asked to sign in, or to come back later. */
const UNKNOWN = new Set([401, 402, 403, 407, 408, 425, 429, 451, 999]);
/** Whether something is there shows in the first bytes. */
const MOST_BYTES = 200_000;

/** Asks each address outside once: what is gone is an error; what moved for good or cannot be reached is a warning. */
export async function externalLinks(
  articles: readonly CheckedArticle[],
  options: ExternalOptions = {},
): Promise<Finding[]> {
  const uses = usesOf(articles);
  const { most = 500, hostsAtOnce = 6, onProgress } = options;
  const asked = [...uses.keys()].slice(0, most);
  const hosts = [...groupBy(asked, address => new URL(address).host).values()];
  let done = 0;
  const findings = await mapBounded(hosts, hostsAtOnce, async addresses => {
    const found: Finding[] = [];
    for (const address of addresses) {
      const judged = judge(await ask(address, options), address);
      onProgress?.(++done, asked.length);
      if (judged) found.push(...(uses.get(address) ?? []).map(use => findingAt(use, address, judged)));
    }
    return found;
  });
  const left = uses.size - asked.length;
  const rest: Finding[] = left === 0 ? [] : [notAsked(left, most)];
  return [...findings.flat(), ...rest];
}

function usesOf(articles: readonly CheckedArticle[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const article of articles) {
    const own = new Set<string>();
    for (const node of nodesOf(article.tree)) {
      if (node.t !== 'link' || !/^https?:/i.test(node.href) || !URL.canParse(node.href)) continue;
      const url = new URL(node.href);
      url.hash = '';
      if (isPublicName(url.hostname)) own.add(url.href);
    }
    for (const address of own) uses.set(address, [...(uses.get(address) ?? []), article]);
  }
  return uses;
}

/** Some servers answer HEAD wrongly; only an answer to GET condemns. */
async function ask(address: string, { timeoutMs = 10_000, fetch, signal }: ExternalOptions): Promise<Fetched> {
  const given = { ...(fetch ? { fetch } : {}), ...(signal ? { signal } : {}) };
  const limits = {
    ...given,
    timeoutMs,
    maxBytes: MOST_BYTES,
    allow: (url: URL) => /^https?:$/.test(url.protocol) && isPublicName(url.hostname),
  };
  const head = await fetchBounded(address, { ...limits, method: 'HEAD' });
  if (head.ok ? head.status < 400 : signal?.aborted) return head;
  return fetchBounded(address, limits);
}

type Judgement = { readonly severity: 'error' | 'warning'; readonly message: string };

function judge(answer: Fetched, address: string): Judgement | null {
  if (!answer.ok) {
    if (answer.reason.startsWith('longer than')) return null;
    return {
      severity: 'warning',
      message: `link cannot be reached: expected an answer from ${address}, got ${answer.reason}`,
    };
  }
  if (answer.status >= 500) {
    return {
      severity: 'warning',
      message: `link cannot be reached: expected a page at ${address}, got status ${answer.status}`,
    };
  }
  if (answer.status >= 400 && !UNKNOWN.has(answer.status)) {
    return { severity: 'error', message: `dead link: expected a page at ${address}, got status ${answer.status}` };
  }
  if (answer.moved && answer.status < 400) {
    return { severity: 'warning', message: `link moved: ${address} is now ${answer.url}` };
  }
  return null;
}

function findingAt({ where, lineOf }: Use, address: string, judged: Judgement): Finding {
  const line = lineOf(address) ?? lineOf(address.replace(/\/$/, ''));
  return { check: 'external', where, ...(line === undefined ? {} : { line }), ...judged };
}

function notAsked(left: number, most: number): Finding {
  const message = `addresses not asked: expected ${most} at most, got ${left} more`;
  return { check: 'external', severity: 'skipped', where: 'links outside', message };
}
