import { DEFAULT_LIMITS, type Limits } from '@handrail/protocol';

/** Limits only the server needs to know, beside those it shares with its clients. */
export interface ServerLimits extends Limits {
  /** Upgrades one address may ask for per second, in the long run. Default 20; above it: 429 with `Retry-After`. */
  readonly upgradesPerAddress: number;
  /** Upgrades one address may ask for at once. Default 200, so that an office behind one address gets in. */
  readonly upgradeBurstPerAddress: number;
  /** Upgrades of all addresses per second, in the long run. Default 500; above it: 503 with `Retry-After`. */
  readonly upgrades: number;
  /** Upgrades of all addresses at once. Default 2,000. */
  readonly upgradeBurst: number;
  /** Frames of any kind one connection may send in ten seconds. Default 600; above it: 4029. */
  readonly framesPerTenSeconds: number;
  /** Frames that could not be read, in ten seconds, before a connection is closed with 4501. Default 20. */
  readonly badFramesPerTenSeconds: number;
  /** Milliseconds after `beatMs` in which something must be heard of a client. Default 10,000; then 4009. */
  readonly silenceMs: number;
  /** Milliseconds between two typing frames that are passed on for one conversation. Default 2,000. */
  readonly typingMs: number;
  /** Milliseconds an agent counts as here after the last connection ended. Default 30,000. */
  readonly graceMs: number;
  /** Longest time byes are spread over when the server stops. Default 30,000; 10 ms per connection up to that. */
  readonly drainMs: number;
  /** Bytes of files one visitor may send in a day. Default 100 MiB; above it: `rate_limited`. */
  readonly fileBytesPerDay: number;
  /** Milliseconds a file waits for the message that brings it, before it is removed. Default a day. */
  readonly fileWaitMs: number;
  /** Milliseconds a link to a file is good. Default 15 minutes. */
  readonly fileLinkMs: number;
  /** Bytes of a token a site's backend signs. Default 4,096. A larger one is refused with `bad_identity`. */
  readonly identityTokenBytes: number;
  /** Longest time between `iat` and `exp` of such a token, in milliseconds. Default 10 minutes. */
  readonly identityTokenMs: number;
  /** Milliseconds the clock of a site's backend may be off. Default 30,000. */
  readonly identityLeewayMs: number;
  /** Milliseconds the session lasts that such a token becomes. Default 15 minutes. */
  readonly identitySessionMs: number;
  /** Milliseconds after the last signed token in which refreshes give another session. Default an hour. */
  readonly identityRefreshMs: number;
  /** Events an agent's connection may be behind before it is told to reload instead. Default 5,000. */
  readonly catchUpEvents: number;
}

/** The defaults. */
export const DEFAULT_SERVER_LIMITS: ServerLimits = Object.freeze({
  ...DEFAULT_LIMITS,
  upgradesPerAddress: 20,
  upgradeBurstPerAddress: 200,
  upgrades: 500,
  upgradeBurst: 2_000,
  framesPerTenSeconds: 600,
  badFramesPerTenSeconds: 20,
  silenceMs: 10_000,
  typingMs: 2_000,
  graceMs: 30_000,
  drainMs: 30_000,
  fileBytesPerDay: 100 * 1024 * 1024,
  fileWaitMs: 86_400_000,
  fileLinkMs: 900_000,
  identityTokenBytes: 4096,
  identityTokenMs: 600_000,
  identityLeewayMs: 30_000,
  identitySessionMs: 900_000,
  identityRefreshMs: 3_600_000,
  catchUpEvents: 5_000,
});
