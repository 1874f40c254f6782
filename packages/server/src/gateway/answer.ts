import type { CloseCodeNumber } from '@handrail/protocol';

/** Frames as the body of one response, and whether the client's connection ends with them. */
export interface Answer {
  readonly frames: readonly string[];
  readonly close?: { readonly code: CloseCodeNumber; readonly reason: string };
  /** Digest of the greeting; answers of a poll only. */
  readonly seen?: string;
}

/** The body; frames are JSON already. */
export function answerBody({ frames, ...rest }: Answer): string {
  const more = JSON.stringify(rest).slice(1, -1);
  return `{"frames":[${frames.join(',')}]${more === '' ? '' : `,${more}`}}`;
}
