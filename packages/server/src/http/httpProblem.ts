import { ERROR_CODES, ERROR_MEANINGS, type ErrorCodeName } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';

/** What a refusal may say beside its code and message. */
export interface ProblemDetails extends Partial<Explanation> {
  /** Seconds after which the same request may work. */
  readonly retryAfter?: number;
}

/** A refusal that becomes `{ "error": { "code", "message", … } }` with the status of its code. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly statusCode: number;

  constructor(
    readonly code: ErrorCodeName,
    message: string = ERROR_MEANINGS[code],
    readonly details: ProblemDetails = {},
  ) {
    super(message);
    this.statusCode = ERROR_CODES[code].status;
  }

  /** The response's body. */
  toBody() {
    return { error: { code: this.code, message: this.message, ...this.details } };
  }
}

/** Says which site was asked for and what to do about it. */
export function unknownSite(site: string): HttpProblem {
  return new HttpProblem(
    'unknown_site',
    `No site "${site}" on this server. Add it to "sites" in handrail.json, or correct the id in the page's script address.`,
  );
}
