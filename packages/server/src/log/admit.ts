import type { BodyOf, Conversation, EnteredKind, Owner, OwnerReason, Sender } from '@handrail/protocol';
import type { Draft, Refusal } from '../store/store.js';

interface Transition {
  readonly by: readonly Sender['kind'][];
  /** When given, only for these reasons. */
  readonly reasons?: readonly OwnerReason[];
}

/** Who may move the owner from where to where. What is not in the table is refused with `owner_changed`. */
export const TRANSITIONS: Readonly<Record<Owner, Readonly<Partial<Record<Owner, Transition>>>>> = {
  bot: {
    queue: { by: ['visitor', 'bot', 'agent', 'system'] },
    human: { by: ['agent'] },
  },
  queue: {
    /** Waiting was too long: the contact form instead, in the same place. */
    queue: { by: ['visitor', 'bot'], reasons: ['left_message'] },
    human: { by: ['agent'] },
    bot: { by: ['visitor', 'bot', 'agent', 'system'] },
  },
  human: {
    queue: { by: ['agent', 'system'] },
    /** A colleague takes over; by another word two agents could both accept. */
    human: { by: ['agent'], reasons: ['transferred'] },
    bot: { by: ['agent', 'system'] },
  },
};

/** Kinds that may be written to a closed conversation. */
const AFTER_CLOSE: readonly EnteredKind[] = ['survey', 'vote', 'reopened', 'deleted'];

/**
 * Whether a draft may enter the log of a conversation that is in this state; `null` lets it in. Whether the actor may
 * touch the conversation at all was decided before (`can`). Pure; runs inside the store's transaction.
 */
export function admit(record: Conversation | null, draft: Draft): Refusal | null {
  if (draft.kind === 'started') {
    return record ? refuse('id_conflict', 'The conversation was started already, by another event.') : null;
  }
  if (!record) return refuse('not_found', `There is no conversation ${draft.conversation}.`);
  if (draft.expects !== undefined && draft.expects !== record.lastSeq) {
    return refuse('owner_changed', `The conversation went on to ${record.lastSeq}; this builds on ${draft.expects}.`);
  }
  if (record.status === 'closed' && !AFTER_CLOSE.includes(draft.kind)) {
    return refuse('conversation_closed', 'The conversation is closed; reopen it or start a new one.');
  }
  switch (draft.kind) {
    case 'message':
      return admitMessage(record, draft.sender);
    case 'owner':
      return admitOwner(record, draft.sender, draft.body);
    case 'survey':
      return record.status === 'closed' || record.owner === 'human'
        ? null
        : refuse('forbidden', 'A survey is answered after the end, or while a person is here.');
    case 'context':
      return admitContext(draft.sender, draft.body);
    case 'reopened':
      return record.status === 'closed' ? null : refuse('owner_changed', 'The conversation is open already.');
    default:
      return null;
  }
}

function admitMessage(record: Conversation, sender: Sender): Refusal | null {
  if (sender.kind === 'bot' && record.owner !== 'bot') {
    return refuse('owner_changed', `The bot may write while it owns the conversation; the owner is ${record.owner}.`);
  }
  if (sender.kind === 'agent' && record.owner !== 'human') {
    return refuse('owner_changed', `An agent writes after taking the conversation; the owner is ${record.owner}.`);
  }
  return null;
}

/** Attributes, pages and events are shown as reported by the page; of an agent they would be something else. */
function admitContext(sender: Sender, body: BodyOf<'context'>): Refusal | null {
  const { addTags: _added, removeTags: _removed, ...ofThePage } = body;
  if (sender.kind !== 'agent' || Object.keys(ofThePage).length === 0) return null;
  return refuse('forbidden', `An agent writes tags only, not ${Object.keys(ofThePage).join(', ')}.`);
}

function admitOwner(record: Conversation, sender: Sender, body: BodyOf<'owner'>): Refusal | null {
  if (body.after !== undefined && body.after !== record.ownerSeq) {
    return refuse(
      'owner_changed',
      `The owner changed at ${record.ownerSeq} (${record.owner}); this change builds on ${body.after}.`,
    );
  }
  const transition = TRANSITIONS[record.owner]?.[body.owner];
  const forSender = transition?.by.includes(sender.kind) ?? false;
  const forReason = transition?.reasons?.includes(body.reason) ?? true;
  if (forSender && forReason) return null;
  return refuse(
    'owner_changed',
    `From ${record.owner} to ${body.owner} because of ${body.reason} is no change a ${sender.kind} can make.`,
  );
}

function refuse(code: Refusal['code'], message: string): Refusal {
  return { code, message };
}
