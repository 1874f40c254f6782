import type { Availability, Candidate } from './inputs.js';
import { pickLocale } from './pickLocale.js';
import type { PublishedFlow } from './publishedFlow.js';
import type { PersonReason } from './reasons.js';
import type { FlowValue } from './schema.js';

const STATE_FORMAT = 2;

/** Where a conversation stands. Plain JSON: it can be stored and loaded at any moment. */
export interface FlowState {
  /** Version of this shape. */
  readonly format: typeof STATE_FORMAT;
  readonly locale: string;
  /** `new`: nothing said yet. `handoff`: a person was asked for and the bot is quiet. `contact`: the form is open. */
  readonly phase: 'new' | 'bot' | 'handoff' | 'contact' | 'ended';
  /** Step the flow stands at. */
  readonly step: string | null;
  readonly vars: Readonly<Record<string, FlowValue>>;
  /** The action step waits for a yes. */
  readonly confirming: boolean;
  /** The ask step answered last, which can be corrected. */
  readonly corrigible: string | null;
  /** The form, or the question that keeps an answer, that is come back to when another topic is done. */
  readonly paused: string | null;
  /** A sentence of the team for today, said once after the greeting. */
  readonly note: string | null;
  /** The customer's last question, and whether nothing has come of it yet. */
  readonly question: string | null;
  readonly open: boolean;
  /** Text of the match that is waited for. */
  readonly matching: string | null;
  /** What is known of the text an answer is being written for. */
  readonly writing: { readonly text: string; readonly candidates: readonly Candidate[] } | null;
  /** Offer to make together with the result of that match. */
  readonly offerNext: StandingOffer | null;
  /** "Did you mean" on the screen. */
  readonly suggested: readonly Candidate[];
  /** Article of the last answer that has no "no" vote. */
  readonly answered: string | null;
  readonly lastVote: { readonly message: string; readonly vote: 'yes' | 'no' } | null;
  readonly offered: StandingOffer | null;
  /** Kinds of offers the customer refused. */
  readonly refused: readonly PersonReason[];
  readonly misses: number;
  readonly negativeVotes: number;
  /** Bot turns since the last vote or offer. */
  readonly turns: number;
  /** The customer's last messages, normalised. */
  readonly said: readonly string[];
  /** A "no" vote or a request for a person: silence then proves nothing. */
  readonly doubted: boolean;
  readonly checkedIn: boolean;
  /** The text said last, and how often in a row. */
  readonly echo: { readonly key: string; readonly times: number } | null;
  readonly availability: Availability | null;
}

/** An offer of a person, and what was noticed. */
export interface StandingOffer {
  readonly reason: PersonReason;
  readonly because: readonly string[];
}

/** What a conversation starts with. */
export interface StartOptions {
  /** BCP 47 tag of the customer; the nearest locale of the flow is used. */
  readonly locale: string;
  /** Plain text of the team, said once after the greeting ("Parcels to the north take a day longer"). */
  readonly agentsNote?: string;
}

/** The state before the first input. Nothing is said until `start` or a message comes. */
export function start(flow: PublishedFlow, options: StartOptions): FlowState {
  const vars: Record<string, FlowValue> = {};
  for (const [name, variable] of Object.entries(flow.variables ?? {})) {
    if (variable.initial !== undefined) vars[name] = variable.initial;
  }
  return {
    format: STATE_FORMAT,
    locale: pickLocale(options.locale, Object.keys(flow.texts)),
    phase: 'new',
    step: null,
    vars,
    confirming: false,
    corrigible: null,
    paused: null,
    note: options.agentsNote ?? null,
    question: null,
    open: false,
    matching: null,
    writing: null,
    offerNext: null,
    suggested: [],
    answered: null,
    lastVote: null,
    offered: null,
    refused: [],
    misses: 0,
    negativeVotes: 0,
    turns: 0,
    said: [],
    doubted: false,
    checkedIn: false,
    echo: null,
    availability: null,
  };
}

/** A state as it was stored, also by an older version: what that did not know is as at the start. */
export function upgradeState(
  flow: PublishedFlow,
  stored: Omit<FlowState, 'format'> & { readonly format: number },
): FlowState {
  return { ...start(flow, { locale: stored.locale }), ...stored, format: STATE_FORMAT };
}
