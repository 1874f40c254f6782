/** One row of the table of error codes. */
export interface ErrorCode {
  /** HTTP status when the error is a response's body. */
  readonly status: number;
  /** Whether the same request may work later without a change. */
  readonly retryable: boolean;
}

/** Every error code, the same in a throw, a frame, a close, an HTTP body and the docs. */
export const ERROR_CODES = {
  bad_request: { status: 400, retryable: false },
  bad_frame: { status: 400, retryable: false },
  unknown_frame: { status: 400, retryable: false },
  unauthenticated: { status: 401, retryable: false },
  token_expired: { status: 401, retryable: true },
  bad_identity: { status: 401, retryable: false },
  identity_required: { status: 401, retryable: false },
  forbidden: { status: 403, retryable: false },
  origin_not_allowed: { status: 403, retryable: false },
  unknown_site: { status: 404, retryable: false },
  not_found: { status: 404, retryable: false },
  id_conflict: { status: 409, retryable: false },
  owner_changed: { status: 409, retryable: false },
  at_capacity: { status: 409, retryable: false },
  conversation_closed: { status: 409, retryable: false },
  text_too_long: { status: 413, retryable: false },
  too_large: { status: 413, retryable: false },
  unknown_file: { status: 404, retryable: false },
  file_offset: { status: 409, retryable: false },
  file_refused: { status: 415, retryable: false },
  rate_limited: { status: 429, retryable: true },
  internal: { status: 500, retryable: true },
  busy: { status: 503, retryable: true },
  read_only: { status: 503, retryable: true },
  action_failed: { status: 500, retryable: true },
  going_away: { status: 503, retryable: true },
  unsupported_version: { status: 400, retryable: false },
  offline: { status: 0, retryable: true },
  timeout: { status: 0, retryable: true },
  storage_failed: { status: 0, retryable: true },
  knowledge_failed: { status: 0, retryable: true },
  destroyed: { status: 0, retryable: false },
} as const satisfies Readonly<Record<string, ErrorCode>>;

/** A stable error code. */
export type ErrorCodeName = keyof typeof ERROR_CODES;
