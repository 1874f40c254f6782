import type { ErrorCodeName } from '@handrail/protocol';

/** What a refusal says beside code and message. */
export interface FileProblemDetails {
  readonly path?: string;
  readonly expected?: string;
  readonly got?: string;
  /** Seconds after which the same request may work. */
  readonly retryAfter?: number;
}

/** Why something could not be done with a file. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(
    readonly code: ErrorCodeName,
    message: string,
    readonly details: FileProblemDetails = {},
  ) {
    super(message);
  }
}
