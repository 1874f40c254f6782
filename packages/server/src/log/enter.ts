import type { Attachment, Conversation } from '@handrail/protocol';
import { can } from '../access/can.js';
import type { Draft, Refusal, Upload } from '../store/store.js';
import { admit } from './admit.js';
import { amend, NO_HASH } from './amend.js';
import { attach } from './attach.js';
import { bodyHash } from './bodyHash.js';
import { type NewEvent, project, storedBody } from './project.js';

/** What a driver has to find in its transaction. */
export interface Before {
  readonly record: Conversation | null;
  /** What stands in the log under the same conversation, sender and id. */
  readonly existing: () => { readonly event: NewEvent; readonly hash: string } | null;
  /** The sender's event under an id, then the sender's edits of it, oldest first. */
  readonly versions: (message: string) => readonly NewEvent[];
  readonly upload: (id: string) => Upload | null;
  /** The next place in the site's log; asked only when the event enters. */
  readonly nextRev: () => number;
}

/** What the driver has to do. */
export type Entered =
  | { readonly result: 'refused'; readonly refusal: Refusal }
  | { readonly result: 'repeated'; readonly event: NewEvent; readonly record: Conversation }
  | {
      readonly result: 'new';
      readonly event: NewEvent;
      readonly record: Conversation;
      readonly hash: string;
      /** Files the event brings into the conversation; they belong to it from now on. */
      readonly attachments: readonly Attachment[];
      /** Events an edit or a deletion changed; they are written over what stands at their places, with `NO_HASH`. */
      readonly rewritten: readonly NewEvent[];
      /** Files of a message that was deleted. */
      readonly released: readonly string[];
      /** Minutes the customer had waited, when this event ended the wait. */
      readonly waited: number | null;
    };

/**
 * The whole way of a draft into the log, the same for every driver: may the actor touch the conversation, is it a
 * repeat, may it enter now, what follows from it. The order matters: a repeat is answered for ever, but only to those
 * who may see the conversation.
 * @param at when it is committed, in milliseconds since 1970
 */
export function enter(draft: Draft, before: Before, at: number): Entered {
  const { record } = before;
  const stranger = refuseStranger(record, draft);
  if (stranger) return { result: 'refused', refusal: stranger };
  const hash = bodyHash(draft.kind, draft.body);
  const existing = record ? before.existing() : null;
  if (record && existing) {
    if (existing.hash === hash || existing.hash === NO_HASH)
      return { result: 'repeated', event: existing.event, record };
    const message = `The id ${draft.id} stands for another body, at ${existing.event.seq}.`;
    return { result: 'refused', refusal: { code: 'id_conflict', message } };
  }
  const refusal = admit(record, draft);
  if (refusal) return { result: 'refused', refusal };
  const attached = attach(draft, before.upload);
  if (!attached.ok) return { result: 'refused', refusal: attached.refusal };
  const { attachments } = attached;
  const amended = amend(draft, before.versions, at);
  if (amended && 'code' in amended) return { result: 'refused', refusal: amended };
  const { messageSeq, rewritten = [], released = [] } = amended ?? {};
  const event = eventOf(draft, { seq: (record?.lastSeq ?? 0) + 1, rev: before.nextRev(), at, attachments, messageSeq });
  const next = project(record, event, draft);
  return { result: 'new', event, record: next, hash, attachments, rewritten, released, waited: waited(record, event) };
}

function refuseStranger(record: Conversation | null, draft: Draft): Refusal | null {
  const action = draft.sender.kind === 'bot' ? (`bot:${draft.kind}` as const) : (`send:${draft.kind}` as const);
  const object = record ? { site: record.site, visitor: record.visitor } : { site: draft.site };
  if (can(draft.actor, action, object)) return null;
  if (can(draft.actor, action, { site: draft.site })) {
    return { code: 'not_found', message: `There is no conversation ${draft.conversation}.` };
  }
  return {
    code: 'forbidden',
    message: `A ${draft.kind} event of a ${draft.sender.kind} is not for a ${draft.actor.kind} to send.`,
  };
}

/** Where a draft came to stand, and what its files are. */
export interface Place {
  readonly seq: number;
  readonly rev: number;
  readonly at: number;
  readonly attachments: readonly Attachment[];
  /** Place of the message that is edited or deleted. */
  readonly messageSeq?: number | undefined;
}

/** A draft as it stands in the log. */
export function eventOf(draft: Draft, { seq, rev, at, attachments, messageSeq }: Place): NewEvent {
  return {
    id: draft.id,
    conversation: draft.conversation,
    seq,
    rev,
    at,
    sender: draft.sender,
    kind: draft.kind,
    body: storedBody(draft, attachments, messageSeq),
  } as NewEvent;
}

/** A left message waits for an answer, not for a person in a chat: it would spoil the wait told to the next one. */
function waited(before: Conversation | null, event: NewEvent): number | null {
  if (event.kind !== 'owner' || event.body.owner !== 'human') return null;
  if (before?.waitingSince === undefined || before.ownerReason === 'left_message') return null;
  // Who came back to the queue kept their place; each stretch of waiting is told for itself.
  return Math.max(0, (event.at - (before.ownerSince ?? before.waitingSince)) / 60_000);
}
