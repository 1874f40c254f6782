import type { BodyOf, Conversation } from '@handrail/protocol';
import type { HandoffSettings } from './handoffSettings.js';

/** What the server writes into a conversation by its clock. */
export type ClockStep =
  | { readonly kind: 'notice'; readonly body: BodyOf<'notice'> }
  | { readonly kind: 'owner'; readonly body: BodyOf<'owner'> }
  | { readonly kind: 'closed'; readonly body: BodyOf<'closed'> };

/** What is looked at. */
export interface ClockView {
  readonly settings: HandoffSettings;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds the conversation's agent is without connection; 0 while there is one. */
  readonly agentGoneFor: number;
}

const MINUTE = 60_000;

/** What the time has come for in a conversation, if anything. Follows from the record alone, so no restart loses it. */
export function nextStep(record: Conversation, view: ClockView): ClockStep | null {
  if (record.status !== 'open') return null;
  if (record.owner === 'human') return withAgent(record, view) ?? idle(record, view);
  if (record.owner !== 'queue' || record.ownerReason === 'left_message') return null;
  return inQueue(record, view);
}

/** The question is asked for each stretch in the queue, also after an agent had it and went. */
function inQueue({ turn, ownerSince }: Conversation, { settings, now }: ClockView): ClockStep | null {
  if (!turn || ownerSince === undefined) return null;
  const asks = [settings.askAfter, settings.askAgain].filter(minutes => minutes > 0);
  const after = asks[turn.reminders];
  return after !== undefined && isPast(ownerSince, after, now) ? notice('long_wait') : null;
}

function withAgent(record: Conversation, { settings, now, agentGoneFor }: ClockView): ClockStep | null {
  const { turn, assignee, ownerSeq, ownerSince = 0 } = record;
  if (settings.agentGone > 0 && agentGoneFor >= settings.agentGone * MINUTE)
    return { kind: 'owner', body: { owner: 'queue', reason: 'agent_gone', after: ownerSeq } };
  if (turn?.of !== 'agent' || turn.reminders > 0 || agentGoneFor > 0) return null;
  // Who has just come has not been silent since the customer asked.
  const silentSince = Math.max(turn.since, ownerSince);
  if (!isPast(silentSince, settings.stillWithYou, now)) return null;
  return notice('still_with_you', assignee?.name);
}

function idle({ turn }: Conversation, { settings, now }: ClockView): ClockStep | null {
  if (turn?.of !== 'visitor') return null;
  const { stillThere, idleClose } = settings;
  const asks = stillThere > 0 && (idleClose === 0 || stillThere < idleClose);
  if (asks && turn.reminders === 0) return isPast(turn.since, stillThere, now) ? notice('still_there') : null;
  // A server that was down asks first, and gives the time to answer it would have given.
  const from = asks ? (turn.remindedAt ?? turn.since) - stillThere * MINUTE : turn.since;
  return isPast(from, idleClose, now) ? { kind: 'closed', body: { reason: 'idle' } } : null;
}

function notice(what: BodyOf<'notice'>['notice'], name?: string): ClockStep {
  return { kind: 'notice', body: { notice: what, ...(name === undefined ? {} : { name }) } };
}

function isPast(since: number, minutes: number, now: number): boolean {
  return minutes > 0 && now - since >= minutes * MINUTE;
}
