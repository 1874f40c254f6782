import type { ActionConfig, ActionResult, RunAction, SiteConfig } from '@handrail/protocol';
import type { Logger } from 'pino';
import type { VisitorActor } from '../access/who.js';
import { HttpProblem } from '../http/httpProblem.js';
import type { Metrics } from '../metrics/createMetrics.js';
import { makeRequest } from './makeRequest.js';
import { checkCustomer, checkInput } from './readInput.js';
import { readOutput } from './readOutput.js';
import { type OutsideAnswer, OutsideError, type SafeFetch } from './safeFetch.js';

/** What flows may have the server do. */
export interface Actions {
  /** The settings of an action. Throws `not_found` when the site has none of that name. */
  find(site: string, name: string): ActionConfig;
  /**
   * Calls the endpoint once. A 404 is an answer without values: there is no such order.
   * Throws `bad_request` for wrong input, `identity_required` where a known customer is needed, `action_failed`.
   */
  run(call: RunAction, customer: VisitorActor | null): Promise<ActionResult>;
}

/** What they are made of. */
export interface ActionsParts {
  readonly sites: ReadonlyMap<string, SiteConfig>;
  readonly fetch: SafeFetch;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'actionRun'>;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
}

/** Log and figures name the action and what became of it, never what was sent or came back. */
export function createActions({ sites, fetch, log, metrics, elapsed }: ActionsParts): Actions {
  function find(site: string, name: string): ActionConfig {
    const actions = sites.get(site)?.actions ?? {};
    const found = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (found) return found;
    throw new HttpProblem('not_found', `The site "${site}" has no action of this name.`, {
      path: '/name',
      expected: `a name under "actions" of the site in handrail.json`,
      got: JSON.stringify(name.slice(0, 80)),
    });
  }

  return {
    find,
    async run(call, customer) {
      const action = find(call.site, call.name);
      if (action.verified && !customer?.family) throw new HttpProblem('identity_required');
      const known = attributesOf(customer);
      const wrong = checkInput(action, call.input) ?? checkCustomer(action, known);
      if (wrong) throw new HttpProblem('bad_request', `The input of the action "${call.name}" is wrong.`, wrong);
      const begun = elapsed();
      const told = (result: string, status?: number) => {
        const ms = Math.round(elapsed() - begun);
        metrics.actionRun(call.site, call.name, result, ms / 1000);
        const line = { site: call.site, action: call.name, result, ms, ...(status === undefined ? {} : { status }) };
        if (result === 'ok' || result === 'nothing') log.info(line, 'action');
        else log.warn(line, 'action failed');
      };
      try {
        const answer = await fetch(makeRequest(action, call, known));
        const values = readAnswer(action, answer);
        told(answer.status === 404 ? 'nothing' : 'ok', answer.status);
        return { values };
      } catch (error) {
        const reason = error instanceof OutsideError ? error.failure : String((error as Error).message);
        told(reason);
        throw new HttpProblem('action_failed', `The action "${call.name}" failed: ${reason}.`);
      }
    },
  };
}

function readAnswer(action: ActionConfig, { status, type, text }: OutsideAnswer): ActionResult['values'] {
  if (status === 404) return {};
  if (status < 200 || status > 299) throw new Error(`HTTP ${status}`);
  if (text === '') return {};
  if (!/[/+]json\b/.test(type)) throw new Error('no JSON');
  try {
    return readOutput(action, JSON.parse(text));
  } catch {
    throw new Error('no JSON');
  }
}

/** What the site's backend signed, as texts. */
function attributesOf(customer: VisitorActor | null): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (customer?.attributes ?? [])
      .filter(attribute => attribute.verified)
      .map(({ name, value }) => [name, String(value)] as const),
  );
}
