/** One row of the table of error codes. */
export interface ErrorCode {
  /** HTTP status when the error is a response's body. */
  readonly status: number;
  /** Whether the same request may work later without a change. */
  readonly retryable: boolean;
  readonly meaning: string;
}

/** Every error code, the same in a throw, a frame, a close, an HTTP body and the docs. */
export const ERROR_CODES = {
  bad_request: {
    status: 400,
    retryable: false,
    meaning: 'A field has the wrong shape; `path`, `expected` and `got` say which.',
  },
  bad_frame: { status: 400, retryable: false, meaning: 'A frame is not JSON, or not a frame of this version.' },
  unknown_frame: { status: 400, retryable: false, meaning: 'The frame kind is not known to this server.' },
  unauthenticated: { status: 401, retryable: false, meaning: 'No token, or one the server does not know.' },
  token_expired: { status: 401, retryable: true, meaning: 'The token was valid once; fetch a new one.' },
  bad_identity: {
    status: 401,
    retryable: false,
    meaning: 'The signed token was refused; `path`, `expected` and `got` say why.',
  },
  identity_required: {
    status: 401,
    retryable: false,
    meaning: 'The site knows all its visitors; call `identify` first.',
  },
  forbidden: { status: 403, retryable: false, meaning: 'This actor may not do this with this object.' },
  origin_not_allowed: { status: 403, retryable: false, meaning: "The page's origin is not on the site's list." },
  unknown_site: { status: 404, retryable: false, meaning: 'No site with this id is configured.' },
  not_found: { status: 404, retryable: false, meaning: 'There is nothing at this address, or not for this actor.' },
  id_conflict: { status: 409, retryable: false, meaning: 'The id was used before for another body.' },
  owner_changed: { status: 409, retryable: false, meaning: 'Somebody else changed the owner first.' },
  at_capacity: {
    status: 409,
    retryable: false,
    meaning: 'The agent holds as many conversations as they may; close one, or take it with `force`.',
  },
  conversation_closed: { status: 409, retryable: false, meaning: 'The conversation is closed; start a new one.' },
  text_too_long: {
    status: 413,
    retryable: false,
    meaning: 'The text is longer than the limit; it was kept, not sent.',
  },
  too_large: { status: 413, retryable: false, meaning: 'The body or frame is larger than the limit.' },
  unknown_file: {
    status: 404,
    retryable: false,
    meaning: 'The message names a file that is not there, not whole, or in another message already.',
  },
  file_offset: {
    status: 409,
    retryable: false,
    meaning: 'The bytes do not go on where the file ends; `expected` says where that is.',
  },
  file_refused: {
    status: 415,
    retryable: false,
    meaning: 'Files of this kind are not taken, or what looks at them refused this one.',
  },
  rate_limited: { status: 429, retryable: true, meaning: 'Too many requests; wait `retryAfter` seconds.' },
  internal: { status: 500, retryable: true, meaning: 'The server failed; nothing was stored.' },
  busy: { status: 503, retryable: true, meaning: 'Too many writes wait; try again.' },
  read_only: {
    status: 503,
    retryable: true,
    meaning: 'The disk refused a write; the server only reads until it is mended.',
  },
  going_away: { status: 503, retryable: true, meaning: 'The server is stopping.' },
  unsupported_version: { status: 400, retryable: false, meaning: 'Client and server share no protocol version.' },
  offline: { status: 0, retryable: true, meaning: 'No connection; the outbox keeps what was written.' },
  timeout: { status: 0, retryable: true, meaning: 'No answer in time.' },
  storage_failed: { status: 0, retryable: true, meaning: 'The browser refused to store; the page keeps it in memory.' },
  knowledge_failed: { status: 0, retryable: true, meaning: 'The knowledge files could not be read.' },
  destroyed: { status: 0, retryable: false, meaning: 'The client was destroyed.' },
} as const satisfies Readonly<Record<string, ErrorCode>>;

/** A stable error code. */
export type ErrorCodeName = keyof typeof ERROR_CODES;
