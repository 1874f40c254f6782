import { createHash } from 'node:crypto';

/** Fills an array with random bytes. */
export type Random = (bytes: Uint8Array) => Uint8Array;

/**
 * `hv_` a visitor's token, `hi_` the session of a visitor who signed in, `hr_` its refresh, `ha_` an agent's token, `hs_` a
 * one-time sign-in code.
 */
export type TokenKind = 'hv' | 'hi' | 'hr' | 'ha' | 'hs';

/** A new opaque token: 256 random bits after a prefix that says what it is, so that leaks can be searched for. */
export function newToken(kind: TokenKind, random: Random): string {
  return `${kind}_${Buffer.from(random(new Uint8Array(32))).toString('base64url')}`;
}

/** What is stored of a token: its SHA-256. The token has 256 random bits, so it needs neither salt nor stretching. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
