import type { Attribute } from '@handrail/protocol';
import type { IdentifyOptions, TokenReason } from './person.js';

/** One person who is kept signed in. */
export interface Run {
  readonly id: string;
  attributes: readonly Attribute[];
  /** `null` while only an earlier page or another tab proved who it is. */
  getToken: IdentifyOptions['getToken'] | null;
  /** Failures in a row that may pass. */
  attempt: number;
  /** Tokens in a row the server did not believe. */
  refusals: number;
  isWorking: boolean;
  /** What is to be done after the work that goes on. */
  next: TokenReason | null;
  /** Whether the end of the session was told. */
  isTold: boolean;
  /** Resolves when the server believed a token. */
  readonly settled: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/** @internal */
export function createRun(id: string, attributes: readonly Attribute[], getToken: Run['getToken']): Run {
  let settle: { resolve: () => void; reject: (error: unknown) => void } | undefined;
  const settled = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever does not look at the promise is told by an event.
  settled.catch(() => {});
  return {
    id,
    attributes,
    getToken,
    attempt: 0,
    refusals: 0,
    isWorking: false,
    next: null,
    isTold: false,
    settled,
    resolve: () => settle?.resolve(),
    reject: error => settle?.reject(error),
  };
}
