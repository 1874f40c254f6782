import type { ErrorCodeName } from '@handrail/protocol';
import type { Reads, Writes } from './operations.js';

/** What the worker is started with. */
export interface WorkerInput {
  readonly folder: string;
  readonly maxBytes?: number;
  readonly newEpoch: string;
}

/** Names of the operations that share a commit. */
export const WRITES = [
  'append',
  'mark',
  'addOutcome',
  'spend',
  'addSession',
  'signIn',
  'refresh',
  'revoke',
  'forgetEnded',
  'addSignIn',
  'redeemSignIn',
  'addUpload',
  'finishUpload',
  'removeUpload',
] as const satisfies (keyof Writes)[];

/** Whether an operation shares a commit. */
export function isWrite(name: OperationName): boolean {
  return (WRITES as readonly string[]).includes(name);
}

/** All operations by name. */
export type Operation = Reads & Writes;
export type OperationName = keyof Operation;

/** One call from the main thread; `n` comes back with its answer. */
export interface Call {
  readonly n: number;
  readonly name: OperationName;
  readonly args: readonly unknown[];
}

/** What became of a call. Writes are answered only after their commit returned. */
export type Answer =
  | { readonly n: number; readonly ok: true; readonly value: unknown }
  | { readonly n: number; readonly ok: false; readonly code: ErrorCodeName; readonly message: string };

/** Anything the worker says, as JSON text: a string crosses threads several times faster than a tree of objects. */
export type WorkerMessage =
  | { readonly opened: { readonly epoch: string } }
  | { readonly failed: { readonly code: ErrorCodeName; readonly message: string } }
  /** `seconds` the commit took; absent from answers that only looked. */
  | { readonly answers: readonly Answer[]; readonly seconds?: number }
  | { readonly closed: true };

/** What the main thread says, as JSON text too: calls in order, or to finish and close. */
export type MainMessage = { readonly calls: readonly Call[] } | { readonly close: true };
