import { CLIENT_ERROR_MEANINGS, ERROR_CODES, type ErrorCodeName, type Problem } from '@handrail/protocol';

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
    options: { cause?: unknown; retryAfter?: number | undefined; retryable?: boolean } = {},
  ) {
    super(message ?? meaningOf(code), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? ERROR_CODES[code].retryable;
    this.retryAfter = options.retryAfter;
  }

  /**
   * The error a server's refusal stands for. A code of a newer server becomes `internal`, and only counts as retryable
   * when the server said when to try again.
   */
  static from(problem: Problem): HandrailError {
    const where = problem.path ? ` (${problem.path}: expected ${problem.expected}, got ${problem.got})` : '';
    const { retryAfter } = problem;
    const known = Object.hasOwn(ERROR_CODES, problem.code);
    return new HandrailError(known ? problem.code : 'internal', problem.message + where, {
      cause: problem,
      retryAfter,
      ...(known ? {} : { retryable: retryAfter !== undefined }),
    });
  }
}

const meaningOf = (code: string) => (CLIENT_ERROR_MEANINGS as Readonly<Record<string, string>>)[code] ?? code;
