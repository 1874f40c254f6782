import { readMarkdown } from '@handrail/content/markdown';
import type { Attachment, BodyOf, Conversation, EnteredKind, LogEvent, Sender, StoredBody } from '@handrail/protocol';

/** Something that is to stand in a log. */
export interface TestDraft<K extends EnteredKind = EnteredKind> {
  readonly id: string;
  readonly conversation: string;
  readonly kind: K;
  readonly body: BodyOf<K>;
  readonly sender: Sender;
  readonly at: number;
  readonly files?: readonly Attachment[];
}

/** The logs of a server that is not there. */
export interface StandInLog {
  record(conversation: string): Conversation | undefined;
  events(conversation: string): readonly LogEvent[];
  /** Writes an entry, unless one of that id is there; answers it and what is true of the conversation now. */
  enter(draft: TestDraft): { readonly event: LogEvent; readonly record: Conversation };
  mark(conversation: string, side: 'visitor' | 'agent', marks: { delivered: number; read: number }): void;
  clear(): void;
}

/** Keeps what a server would; takes everything, as it trusts the test. */
export function createStandInLog(): StandInLog {
  const logs = new Map<string, { record: Conversation; readonly events: LogEvent[] }>();
  return {
    record: id => logs.get(id)?.record,
    events: id => logs.get(id)?.events ?? [],
    enter(draft) {
      const log = logs.get(draft.conversation) ?? { record: born(draft), events: [] };
      const known = log.events.find(({ id }) => id === draft.id);
      if (known) return { event: known, record: log.record };
      const event = { ...placed(draft, log.events.length + 1), body: storedBody(draft) } as LogEvent;
      log.events.push(event);
      log.record = follow(log.record, event);
      logs.set(draft.conversation, log);
      return { event, record: log.record };
    },
    mark(id, side, marks) {
      const log = logs.get(id);
      if (log) log.record = { ...log.record, marks: { ...log.record.marks, [side]: marks } };
    },
    clear: () => logs.clear(),
  };
}

function placed({ id, conversation, kind, sender, at }: TestDraft, seq: number) {
  return { id, conversation, seq, at, sender, kind };
}

/** Agents write Markdown; an agent who takes a conversation is named in the log. */
function storedBody({ kind, body, sender, files = [] }: TestDraft): StoredBody<EnteredKind> {
  const agent = { id: sender.id, name: sender.name ?? sender.id };
  if (kind === 'owner' && (body as BodyOf<'owner'>).owner === 'human') return { ...body, agent } as StoredBody<'owner'>;
  if (kind !== 'message') return body;
  const { text } = body as BodyOf<'message'>;
  return {
    ...(body as BodyOf<'message'>),
    ...(files.length > 0 ? { attachments: [...files] } : {}),
    ...(sender.kind === 'visitor' ? {} : { tree: readMarkdown(text).tree }),
  };
}

function born({ conversation, sender, at }: TestDraft): Conversation {
  const nowhere = { delivered: 0, read: 0 };
  return {
    id: conversation,
    site: 'test',
    visitor: sender.id,
    owner: 'bot',
    ownerSeq: 0,
    status: 'open',
    createdAt: at,
    updatedAt: at,
    lastSeq: 0,
    locale: 'en',
    subject: '',
    marks: { visitor: nowhere, agent: nowhere },
  };
}

/** What is true after one more entry, as far as a customer's screen shows it. */
function follow(before: Conversation, event: LogEvent): Conversation {
  const { seq, at, sender } = event;
  const next = { ...before, lastSeq: seq, updatedAt: at };
  switch (event.kind) {
    case 'started': {
      const said = event.body.story.transcript.findLast(turn => turn.by === 'visitor');
      return said ? { ...next, subject: said.text, preview: { text: said.text, sender, at: said.at } } : next;
    }
    case 'message': {
      const { text, attachments } = event.body;
      const preview = { text, sender, at, ...(attachments ? { files: attachments.length } : {}) };
      return { ...next, preview, ...(sender.kind === 'visitor' ? { subject: text } : {}) };
    }
    case 'owner':
      return changeOwner(next, event);
    case 'form':
      return { ...next, email: event.body.contact.email, preview: { text: event.body.contact.text, sender, at } };
    case 'survey':
      return { ...next, csat: { score: event.body.score } };
    case 'closed':
      return { ...withoutPerson(next), owner: 'bot', ownerSeq: seq, status: 'closed', closedAt: at };
    case 'reopened':
      return { ...next, status: 'open' };
    default:
      return next;
  }
}

function changeOwner(before: Conversation, { seq, at, body }: LogEvent & { kind: 'owner' }): Conversation {
  const { owner, reason, agent } = body;
  const moved = { ...withoutPerson(before), owner, ownerSeq: seq, ownerReason: reason, ownerSince: at };
  if (owner === 'queue') return { ...moved, waitingSince: before.waitingSince ?? at };
  return agent && owner === 'human' ? { ...moved, assignee: agent } : moved;
}

function withoutPerson({ assignee: _, waitingSince: __, ...record }: Conversation): Conversation {
  return record;
}
