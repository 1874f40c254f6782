import type { ErrorCodeName } from './errorCodes.js';

/** What the codes mean that a client finds out by itself; apart from the others, for a page has no use for those. */
export const CLIENT_ERROR_MEANINGS = {
  token_expired: 'The token was valid once; fetch a new one.',
  offline: 'No connection; the outbox keeps what was written.',
  timeout: 'No answer in time.',
  storage_failed: 'The browser refused to store; the page keeps it in memory.',
  knowledge_failed: 'The knowledge files could not be read.',
  destroyed: 'The client was destroyed.',
} as const satisfies Partial<Record<ErrorCodeName, string>>;

/** What each code means, in a sentence. */
export const ERROR_MEANINGS: Readonly<Record<ErrorCodeName, string>> = {
  ...CLIENT_ERROR_MEANINGS,
  bad_request: 'A field has the wrong shape; `path`, `expected` and `got` say which.',
  bad_frame: 'A frame is not JSON, or not a frame of this version.',
  unknown_frame: 'The frame kind is not known to this server.',
  unauthenticated: 'No token, or one the server does not know.',
  bad_identity: 'The signed token was refused; `path`, `expected` and `got` say why.',
  identity_required: 'The site knows all its visitors; call `identify` first.',
  forbidden: 'This actor may not do this with this object.',
  origin_not_allowed: "The page's origin is not on the site's list.",
  unknown_site: 'No site with this id is configured.',
  not_found: 'There is nothing at this address, or not for this actor.',
  id_conflict: 'The id was used before for another body.',
  owner_changed: 'Somebody else changed the owner first.',
  at_capacity: 'The agent holds as many conversations as they may; close one, or take it with `force`.',
  conversation_closed: 'The conversation is closed; start a new one.',
  text_too_long: 'The text is longer than the limit; it was kept, not sent.',
  too_large: 'The body or frame is larger than the limit.',
  unknown_file: 'The message names a file that is not there, not whole, or in another message already.',
  file_offset: 'The bytes do not go on where the file ends; `expected` says where that is.',
  file_refused: 'Files of this kind are not taken, or what looks at them refused this one.',
  rate_limited: 'Too many requests; wait `retryAfter` seconds.',
  internal: 'The server failed; nothing was stored.',
  busy: 'Too many writes wait; try again.',
  read_only: 'The disk refused a write; the server only reads until it is mended.',
  action_failed: 'The endpoint behind an action failed, took too long, or answered with something else than JSON.',
  going_away: 'The server is stopping.',
  unsupported_version: 'Client and server share no protocol version.',
};
