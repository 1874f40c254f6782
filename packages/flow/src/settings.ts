import type { PublishedFlow } from './publishedFlow.js';
import type { GivenSettings } from './schema.js';

/** The numbers of the rules, all present. Probabilities are calibrated, 0-1. */
export interface FlowSettings {
  /** Times the bot asks to rephrase before it offers a person. */
  readonly rephraseAtMost: number;
  /** Turns with the same message before a person is offered. */
  readonly repeatTurns: number;
  /** "No" votes before a person is offered. */
  readonly negativeVotes: number;
  /** Bot turns without a vote before a person is offered. */
  readonly turnsWithoutVote: number;
  /** What a clear request for a person does in the very first message; `offer` adds an answer if there is one. */
  readonly requestAtFirstTurn: 'handoff' | 'offer';
  /** An answer needs `answer`, and `gap` more than the second article; a suggestion needs `didYouMean`. */
  readonly bands: { readonly answer: number; readonly didYouMean: number; readonly gap: number };
  /** Utterances an intent needs before it is entered without asking; with fewer it is suggested. */
  readonly enoughUtterances: number;
  /** Kept by the runner's clock, which reports with `error` and `silence` inputs. */
  readonly timeouts: {
    readonly answerSeconds: number;
    readonly checkInMinutes: number;
    readonly assumedMinutes: number;
  };
}

/** What holds when neither the flow nor the caller says otherwise. */
export const defaultSettings: FlowSettings = {
  rephraseAtMost: 2,
  repeatTurns: 3,
  negativeVotes: 2,
  turnsWithoutVote: 8,
  requestAtFirstTurn: 'handoff',
  bands: { answer: 0.7, didYouMean: 0.25, gap: 0.15 },
  enoughUtterances: 30,
  timeouts: { answerSeconds: 8, checkInMinutes: 4, assumedMinutes: 30 },
};

/** Defaults, then the flow's own settings, then the caller's. */
export function resolveSettings(flow: Pick<PublishedFlow, 'settings'>, given: GivenSettings = {}): FlowSettings {
  const own = flow.settings ?? {};
  return {
    ...defaultSettings,
    ...own,
    ...given,
    bands: { ...defaultSettings.bands, ...own.bands, ...given.bands },
    timeouts: { ...defaultSettings.timeouts, ...own.timeouts, ...given.timeouts },
  };
}
