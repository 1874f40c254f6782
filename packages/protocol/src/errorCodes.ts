/** One row of the table of error codes. */
export interface ErrorCode {
  /** HTTP status when the error is a response's body. */
  readonly status: number;
  /** Whether the same request may work later without a change. */
  readonly retryable: boolean;
}

const final = (status: number): ErrorCode => ({ status, retryable: false });
const passing = (status: number): ErrorCode => ({ status, retryable: true });

/** Every error code, the same in a throw, a frame, a close, an HTTP body and the docs. */
export const ERROR_CODES = {
  bad_request: final(400),
  bad_frame: final(400),
  unknown_frame: final(400),
  unauthenticated: final(401),
  token_expired: passing(401),
  bad_identity: final(401),
  identity_required: final(401),
  forbidden: final(403),
  origin_not_allowed: final(403),
  unknown_site: final(404),
  not_found: final(404),
  id_conflict: final(409),
  owner_changed: final(409),
  at_capacity: final(409),
  conversation_closed: final(409),
  text_too_long: final(413),
  too_large: final(413),
  unknown_file: final(404),
  file_offset: final(409),
  file_refused: final(415),
  rate_limited: passing(429),
  internal: passing(500),
  busy: passing(503),
  read_only: passing(503),
  action_failed: passing(500),
  going_away: passing(503),
  unsupported_version: final(400),
  offline: passing(0),
  timeout: passing(0),
  storage_failed: passing(0),
  knowledge_failed: passing(0),
  destroyed: final(0),
} as const satisfies Readonly<Record<string, ErrorCode>>;

/** A stable error code. */
export type ErrorCodeName = keyof typeof ERROR_CODES;
