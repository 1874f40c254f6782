import type { FlowValue } from './schema.js';

/** A section the matcher found. `probability` is calibrated, 0-1. */
export interface Candidate {
  readonly id: string;
  readonly section?: string;
  readonly probability: number;
  readonly title: string;
}

/** An intent of the flow a text may have. `probability` is calibrated, 0-1. */
export interface IntentCandidate {
  readonly intent: string;
  readonly probability: number;
}

/** Whether a person can come: `away` = within hours but nobody free, `offline` = outside of hours. */
export type Availability = 'online' | 'away' | 'offline';

/** Effects the runner can fail at. */
export type FailingEffect = 'match' | 'answer' | 'search' | 'action' | 'handoff' | 'files';

/**
 * What can happen to a flow. An input that fits nothing the flow waits for (a second vote on the same message, matches
 * for a text that was replaced, a choice that is no longer offered, an unknown type) changes nothing.
 */
export type FlowInput =
  /** The chat was opened. */
  | { readonly type: 'start' }
  /** The customer wrote a message. `at` is for the caller's log; the flow has no clock. */
  | { readonly type: 'text'; readonly text: string; readonly at?: number }
  /** A button of a `choices` effect, {@link NONE} for "none of these", or a choice on a card. */
  | { readonly type: 'choice'; readonly value: string }
  /** The result of a `match` effect, best first; `forText` repeats the effect's text. */
  | {
      readonly type: 'matches';
      readonly candidates: readonly Candidate[];
      /** The flow's intents the text may have, as a classifier of the caller found them. */
      readonly intents?: readonly IntentCandidate[];
      readonly forText: string;
    }
  /**
   * What became of a `write` effect; `forText` repeats the effect's text. `answered`: it was shown, and rests on `article` before all.
   * `handoff`: a person is needed. After the others the flow does without it: `refused` because the sections do not answer the text.
   */
  | {
      readonly type: 'written';
      readonly forText: string;
      readonly result: 'answered' | 'refused' | 'handoff' | 'failed';
      readonly article?: string;
    }
  /** "Did this help?" under the answer shown as `message`. */
  | { readonly type: 'vote'; readonly message: string; readonly vote: 'yes' | 'no' }
  /** A fact. After a `handoff` effect it is the answer to it: anything but `online` opens the contact form. */
  | { readonly type: 'availability'; readonly state: Availability }
  /** Answer to an `offer`; `accepted` without an open offer is the "Talk to a person" button. */
  | { readonly type: 'person'; readonly accepted: boolean; readonly team?: string }
  /** A language model called its typed handoff tool. */
  | { readonly type: 'tool'; readonly name: 'handoff' }
  /** An effect could not be carried out. */
  | { readonly type: 'error'; readonly effect: FailingEffect; readonly reason: 'timeout' | 'failed' }
  /** The customer has been silent for so many minutes; report it once at each of the two timeouts. */
  | { readonly type: 'silence'; readonly minutes: number }
  /** The fields of a `form` effect, or of the contact form, were sent. */
  | { readonly type: 'form'; readonly values: Readonly<Record<string, FlowValue>> }
  /** Files were sent, as a `files` effect asked. */
  | { readonly type: 'files'; readonly names: readonly string[] }
  /** The result of an `action` effect of that step: one value, or several by name. */
  | {
      readonly type: 'result';
      readonly step: string;
      readonly value?: FlowValue;
      readonly values?: Readonly<Record<string, FlowValue>>;
    }
  /** A person gave the conversation back to the bot. */
  | { readonly type: 'returned' };

/** Values of the buttons under a question before an action. */
export const YES = 'yes';
export const NO = 'no';

/** Value of the "none of these" choice. */
export const NONE = 'none';

/** Value of "not now" below a scale. */
export const LATER = 'later';
