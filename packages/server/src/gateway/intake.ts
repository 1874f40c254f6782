import type { ClientFrame, CloseCodeNumber, Problem } from '@handrail/protocol';
import type { Decoder } from '@handrail/protocol/decode';
import type { ServerLimits } from './serverLimits.js';
import { createTokenBucket, type TokenBucket } from './tokenBucket.js';

/** What became of bytes from the wire. */
export type Taken =
  | { readonly frame: ClientFrame }
  | { readonly refusal: Problem; readonly id?: string; readonly conversation?: string }
  | { readonly close: CloseCodeNumber; readonly reason: string };

/**
 * Turns what one sender says into checked frames, and loses patience with those that send too much or nonsense. `null`
 * is a binary frame.
 */
export type Intake = (text: string | null) => Taken;

type Rates = Pick<ServerLimits, 'framesPerTenSeconds' | 'badFramesPerTenSeconds'>;

const BINARY: Problem = {
  code: 'bad_frame',
  message: 'The frame is binary.',
  expected: 'a text frame',
  got: 'a binary frame',
};

/**
 * @param now milliseconds
 */
export function createIntake(decoder: Decoder, rates: Rates, now: () => number): Intake {
  const all = createTokenBucket(rates.framesPerTenSeconds, rates.framesPerTenSeconds / 10, now);
  // Made for the first such frame: few senders ever send one.
  let bad: TokenBucket | undefined;
  return text => {
    if (!all.take()) return { close: 4029, reason: 'Too many frames.' };
    const decoded = text === null ? ({ ok: false, problem: BINARY } as const) : decoder.decode(text);
    if (decoded.ok) return { frame: decoded.frame };
    bad ??= createTokenBucket(rates.badFramesPerTenSeconds, rates.badFramesPerTenSeconds / 10, now);
    if (!bad.take()) return { close: 4501, reason: 'Too many frames that could not be read.' };
    const { problem: refusal, ok: _not, ...where } = decoded;
    return { refusal, ...where };
  };
}
