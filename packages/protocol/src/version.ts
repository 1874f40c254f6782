/** The newest protocol version of this package. */
export const PROTOCOL_VERSION = 1;

/** Versions this package speaks, newest first: N and N-1. */
export const PROTOCOL_VERSIONS: readonly number[] = Object.freeze([1]);
