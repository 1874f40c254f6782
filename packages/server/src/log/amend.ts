import type { StoredBody } from '@handrail/protocol';
import type { Draft, Refusal } from '../store/store.js';
import type { NewEvent } from './project.js';

/** What an edit or a deletion does to what stands in the log already. */
export interface Amendment {
  /** Place of the message. */
  readonly messageSeq: number;
  /** The message and earlier edits of it, as they stand from now on; the driver writes them over what was there. */
  readonly rewritten: readonly NewEvent[];
  /** Files the message no longer has: nobody may read them any more, and the next sweep removes them. */
  readonly released: readonly string[];
}

/** Hash of an event whose first body is gone: whatever comes under its id is a repeat, and nothing can be guessed from it. */
export const NO_HASH = '';

/**
 * What a draft amends; `null` when it is no edit and no deletion. Only the writer of a message amends it, and only what is
 * public: what became of a note would be told to who may not read it. Pure; runs inside the store's transaction.
 * @param versions the sender's event under an id, then the sender's edits of it, oldest first
 */
export function amend(
  draft: Draft,
  versions: (message: string) => readonly NewEvent[],
  at: number,
): Amendment | Refusal | null {
  if (draft.kind !== 'edited' && draft.kind !== 'deleted') return null;
  const [message, ...edits] = versions(draft.body.message);
  if (message?.kind !== 'message' || message.body.deleted !== undefined)
    return {
      code: 'not_found',
      message: `No message ${draft.body.message} of this sender is there.`,
      path: '/body/message',
    };
  const body: StoredBody<'message'> =
    draft.kind === 'deleted'
      ? { text: '', deleted: at }
      : { ...message.body, text: draft.body.text, ...(draft.tree ? { tree: draft.tree } : {}), edited: at };
  const files = draft.kind === 'deleted' ? (message.body.attachments ?? []) : [];
  return {
    messageSeq: message.seq,
    rewritten: [{ ...message, body }, ...edits.flatMap(withoutText)],
    released: files.map(file => file.id),
  };
}

function withoutText(event: NewEvent): NewEvent[] {
  if (event.kind !== 'edited') return [];
  const { message, messageSeq } = event.body;
  return [{ ...event, body: { message, messageSeq } }];
}
