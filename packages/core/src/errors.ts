import { ERROR_CODES, type ErrorCodeName, type Problem } from '@handrail/protocol';

/** The one error of the SDK: a stable code, whether trying again can help, and what was behind it. */
export class HandrailError extends Error {
  override readonly name = 'HandrailError';
  readonly code: ErrorCodeName;
  /** Whether the same call may work later without a change. */
  readonly retryable: boolean;
  /** Seconds to wait before trying again, when the server said so. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCodeName,
    message?: string,
    options: { cause?: unknown; retryAfter?: number | undefined } = {},
  ) {
    super(message ?? ERROR_CODES[code].meaning, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = ERROR_CODES[code].retryable;
    this.retryAfter = options.retryAfter;
  }

  /** The error a server's refusal stands for; codes of a newer server become `internal`. */
  static from(problem: Problem): HandrailError {
    const where = problem.path ? ` (${problem.path}: expected ${problem.expected}, got ${problem.got})` : '';
    const code = problem.code in ERROR_CODES ? problem.code : 'internal';
    return new HandrailError(code, problem.message + where, { cause: problem, retryAfter: problem.retryAfter });
  }
}
