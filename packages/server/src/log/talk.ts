import type { Conversation } from '@handrail/protocol';
import type { NewEvent } from './project.js';

/** When what happened in a conversation with people, for figures. Milliseconds since 1970; `null` when it did not. */
export interface Talk {
  readonly conversation: string;
  readonly site: string;
  readonly createdAt: number;
  /** A person was asked for, the first time. */
  readonly requestedAt: number | null;
  readonly acceptedAt: number | null;
  /** The first public message of a person. */
  readonly answeredAt: number | null;
  readonly messageLeftAt: number | null;
  /** The customer left the queue before anybody came. */
  readonly leftAt: number | null;
  readonly closedAt: number | null;
  /** 1 to 5. */
  readonly score: number | null;
}

/** Whether an event says anything for figures. Of an agent's messages only the first after a request does. */
export function concernsTalk(before: Conversation | null, event: NewEvent): boolean {
  if (event.kind === 'message') return event.sender.kind === 'agent' && before?.turn?.answered === false;
  return ['owner', 'survey', 'closed', 'reopened'].includes(event.kind);
}

/** The figures after one more event; `null` while no person was asked for. Pure; runs inside the store's transaction. */
export function nextTalk(known: Talk | null, event: NewEvent, record: Conversation): Talk | null {
  const { at } = event;
  if (event.kind === 'owner') return changed(known ?? begun(record), event);
  if (!known) return null;
  switch (event.kind) {
    case 'message':
      return { ...known, answeredAt: known.answeredAt ?? at };
    case 'survey':
      return { ...known, score: event.body.score };
    case 'closed':
      return { ...gaveUp(known, at), closedAt: at };
    case 'reopened':
      return { ...known, closedAt: null };
    default:
      return known;
  }
}

function changed(talk: Talk, { at, body }: NewEvent & { kind: 'owner' }): Talk {
  if (body.owner === 'human') return { ...talk, acceptedAt: talk.acceptedAt ?? at };
  if (body.owner === 'bot') return gaveUp(talk, at);
  if (body.reason === 'left_message') return { ...gaveUp(talk, at), messageLeftAt: talk.messageLeftAt ?? at };
  return { ...talk, requestedAt: talk.requestedAt ?? at };
}

function gaveUp(talk: Talk, at: number): Talk {
  const waits = talk.requestedAt !== null && talk.acceptedAt === null;
  return waits ? { ...talk, leftAt: talk.leftAt ?? at } : talk;
}

function begun({ id, site, createdAt }: Conversation): Talk {
  return {
    conversation: id,
    site,
    createdAt,
    requestedAt: null,
    acceptedAt: null,
    answeredAt: null,
    messageLeftAt: null,
    leftAt: null,
    closedAt: null,
    score: null,
  };
}
