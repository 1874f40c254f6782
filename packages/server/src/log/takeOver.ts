import type { Attribute, Conversation } from '@handrail/protocol';
import { type NewEvent, project } from './project.js';

/** A person a conversation becomes the property of. */
export interface NewOwner {
  readonly visitor: string;
  readonly attributes: readonly Attribute[];
}

/**
 * What an anonymous visitor's conversation looks like after its customer turned out to be a person of the site. Only the
 * open ones go along: what ended before is nobody's business any more. Pure; runs inside the store's transaction.
 * @param nextRev the next place in the site's log
 * @param at when it is committed, in milliseconds since 1970
 */
export function takeOver(
  before: Conversation,
  { visitor, attributes }: NewOwner,
  nextRev: () => number,
  at: number,
): { readonly event: NewEvent; readonly record: Conversation } {
  const seq = before.lastSeq + 1;
  const event: NewEvent = {
    id: `identified-${seq}`,
    conversation: before.id,
    seq,
    rev: nextRev(),
    at,
    sender: { kind: 'system', id: 'identity' },
    kind: 'identified',
    body: { visitor, attributes: [...attributes] },
  };
  return { event, record: project(before, event, { site: before.site }) };
}
