/** What a close code tells the client: come back after a pause, or stop. */
export interface CloseCode {
  readonly name: string;
  /** 4000-4499 come back, 4500-4999 stop. */
  readonly comeBack: boolean;
  readonly meaning: string;
}

/** Every close code Handrail sends. */
export const CLOSE_CODES = {
  4000: { name: 'going_away', comeBack: true, meaning: 'The server stops or restarts; come back after retryAfter.' },
  4001: { name: 'token_expired', comeBack: true, meaning: 'Fetch a new token, then come back.' },
  4008: { name: 'slow_reader', comeBack: true, meaning: 'The client did not read; it comes back and resumes.' },
  4009: { name: 'no_pong', comeBack: true, meaning: 'Nothing was heard for the heartbeat interval and ten seconds.' },
  4010: { name: 'resync', comeBack: true, meaning: 'Come back and say hello without cursors.' },
  4029: { name: 'rate', comeBack: true, meaning: 'Too many frames or connections; come back after retryAfter.' },
  4500: { name: 'bad_token', comeBack: false, meaning: 'The token is unknown or was revoked.' },
  4501: { name: 'protocol', comeBack: false, meaning: 'A frame was too large, not JSON, or came before hello.' },
  4502: { name: 'origin', comeBack: false, meaning: 'The page is not on the list of the site.' },
  4503: { name: 'removed', comeBack: false, meaning: 'The visitor, agent or site was removed.' },
  4505: { name: 'version', comeBack: false, meaning: 'The server speaks no version the client offered.' },
} as const satisfies Readonly<Record<number, CloseCode>>;

/** A close code Handrail sends. */
export type CloseCodeNumber = keyof typeof CLOSE_CODES;

/**
 * Whether a client should come back after this close code. Codes outside 4000-4999 (the socket's own, such as 1006)
 * come back.
 */
export function mayComeBack(code: number): boolean {
  return code < 4500 || code > 4999;
}
