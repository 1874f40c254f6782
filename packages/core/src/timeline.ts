import type { Tree } from '@handrail/content';
import type { BodyOf, Contact, Conversation, LogEvent, Turn, Vote } from '@handrail/protocol';
import type { FileItem } from './files/file.js';
import type { Unsent } from './outbox.js';
import type { BotTurn, Thread } from './thread.js';

/**
 * How far a customer's message has got. `waiting`: no connection. `sending`: on the way. `sent`: in the log.
 * `refused`: the server said no; `error` says why, and the text is still there.
 */
export type MessageState = 'waiting' | 'sending' | 'sent' | 'delivered' | 'read' | 'refused';

/** A message on the screen. */
export interface MessageItem extends Omit<BotTurn, 'by' | 'tree'> {
  readonly kind: 'message';
  readonly from: 'visitor' | 'bot' | 'agent';
  readonly name?: string;
  readonly tree?: Tree;
  readonly state: MessageState;
  readonly seq?: number;
  /** Files it brings; `$uploads` says how far those of a message on its way are. */
  readonly files?: readonly FileItem[];
  /** When it was worded anew last, in milliseconds since 1970; the text is the newest. */
  readonly edited?: number;
  /** When it was taken back; text and files are gone. */
  readonly deleted?: number;
  readonly error?: { readonly code: string; readonly message: string };
}

/** Something that happened between messages. */
export interface NoticeItem {
  readonly kind: 'notice';
  readonly id: string;
  readonly at: number;
  readonly notice:
    | 'queued'
    | 'joined'
    | 'left_queue'
    | 'returned'
    | 'left_message'
    | 'closed'
    | 'reopened'
    | 'note'
    /** The agent is without connection; the customer waits in the old place. */
    | 'agent_gone'
    /** What the server says by its clock. */
    | BodyOf<'notice'>['notice'];
  readonly name?: string;
  readonly contact?: Contact;
  readonly text?: string;
  readonly tree?: Tree;
  readonly files?: readonly FileItem[];
  /** A contact form that has not reached the server yet. */
  readonly waiting?: boolean;
  /** Why the server refused the form; it is kept, and can be retried under `id`. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** One line of a conversation as a screen shows it. */
export type TimelineItem = MessageItem | NoticeItem;

/**
 * A conversation in reading order: the bot's part in the page, the log, then what waits to be sent.
 * @param unsent entries of the outbox for any conversation
 * @param online whether what waits is on its way
 */
export function timeline(thread: Thread, unsent: readonly Unsent[], online: boolean): TimelineItem[] {
  const mine = unsent.filter(entry => entry.frame.conversation === thread.id);
  const turns = new Map(thread.turns.map(turn => [turn.id, turn]));
  const inLog = new Set(thread.events.map(event => event.id));
  // The acknowledgement of what the log already holds may still be on its way.
  const waiting = mine.filter(entry => !inLog.has(entry.frame.id));
  const logged = new Set([...inLog, ...waiting.map(entry => entry.frame.id)]);
  const votes = votesOf(thread.events);
  // What was said to the bot belongs to the beginning, and comes with it.
  const earlier =
    thread.start > 0 ? [] : [...told(thread).filter(item => !turns.has(item.id)), ...thread.turns.map(fromTurn)];
  const before = earlier.filter(item => !logged.has(item.id)).map(item => withVote(item, votes.get(item.id)));
  const unopened = mine.find(entry => entry.frame.kind === 'started' && entry.refused)?.refused;
  return [
    ...before,
    ...thread.events.flatMap(event => fromEvent(event, thread.record, turns.get(event.id), votes.get(event.id))),
    ...waiting.flatMap(entry => fromUnsent(entry, entry.refused ?? unopened, turns.get(entry.frame.id), online)),
  ];
}

function fromTurn(turn: BotTurn): MessageItem {
  const { by, ...rest } = turn;
  return { ...rest, kind: 'message', from: by, state: 'sent' };
}

function withVote(item: MessageItem, vote: Vote | undefined): MessageItem {
  return vote ? { ...item, vote } : item;
}

/** The bot's part as the handoff told it, for what this page did not live through or no longer knows. */
function told(thread: Thread): MessageItem[] {
  const first = thread.events[0];
  return first?.kind === 'started' ? first.body.story.transcript.map(fromReport) : [];
}

/** A turn as the page reported it: text only. */
export function fromReport(turn: Turn): MessageItem {
  const { by, source, vote, missed, ...rest } = turn;
  const answer = source ? { answer: { ...source, locale: '', quote: [] } } : {};
  return {
    ...rest,
    ...answer,
    ...(vote ? { vote } : {}),
    ...(missed ? { missed } : {}),
    kind: 'message',
    from: by,
    state: 'sent',
  };
}

function votesOf(events: readonly LogEvent[]): Map<string, Vote> {
  const votes = new Map<string, Vote>();
  for (const event of events) if (event.kind === 'vote') votes.set(event.body.message, event.body.vote);
  return votes;
}

function fromEvent(
  event: LogEvent,
  record: Conversation | null,
  turn: BotTurn | undefined,
  vote: Vote | undefined,
): TimelineItem[] {
  switch (event.kind) {
    case 'message':
      return [fromMessage(event, record, turn, vote)];
    case 'note':
      return [notice(event, 'note', { text: event.body.text, ...treeAndFiles(event) })];
    case 'form':
      return [notice(event, 'left_message', { contact: event.body.contact })];
    case 'owner':
      return fromOwner(event);
    case 'notice':
      return [notice(event, event.body.notice, event.body.name ? { name: event.body.name } : {})];
    case 'closed':
      return [notice(event, 'closed')];
    case 'reopened':
      return [notice(event, 'reopened')];
    default:
      return [];
  }
}

/** What the server made of a text, and the files that came with it. */
function treeAndFiles({ body: { tree, attachments } }: LogEvent & { kind: 'message' | 'note' }) {
  return { ...(tree ? { tree } : {}), ...(attachments ? { files: attachments } : {}) };
}

function notice(event: LogEvent, what: NoticeItem['notice'], more: Partial<NoticeItem> = {}): NoticeItem {
  return { kind: 'notice', id: event.id, at: event.at, notice: what, ...more };
}

function fromOwner(event: LogEvent & { kind: 'owner' }): NoticeItem[] {
  const { owner, reason, agent } = event.body;
  if (owner === 'human') return [notice(event, 'joined', agent ? { name: agent.name } : {})];
  if (owner === 'bot') return [notice(event, reason === 'stopped_waiting' ? 'left_queue' : 'returned')];
  if (reason === 'left_message') return [];
  return [notice(event, reason === 'agent_gone' ? reason : 'queued')];
}

function fromMessage(
  event: LogEvent & { kind: 'message' },
  record: Conversation | null,
  turn: BotTurn | undefined,
  vote: Vote | undefined,
): MessageItem {
  const from = event.sender.kind === 'system' ? 'bot' : event.sender.kind;
  const agent = record?.marks.agent;
  const state = !agent || agent.delivered < event.seq ? 'sent' : agent.read < event.seq ? 'delivered' : 'read';
  const { by: _, ...extra } = turn ?? { by: from };
  return {
    ...extra,
    kind: 'message',
    id: event.id,
    from,
    ...(event.sender.name ? { name: event.sender.name } : {}),
    text: event.body.text,
    ...treeAndFiles(event),
    ...(event.body.edited ? { edited: event.body.edited } : {}),
    ...(event.body.deleted ? { deleted: event.body.deleted } : {}),
    ...(turn?.tree ? { tree: turn.tree } : {}),
    at: event.at,
    seq: event.seq,
    state: from === 'visitor' ? state : 'sent',
    ...(vote ? { vote } : {}),
  };
}

function fromUnsent(
  { frame, at, files }: Unsent,
  refused: Unsent['refused'],
  turn: BotTurn | undefined,
  online: boolean,
): TimelineItem[] {
  const failure = refused ? { error: refused } : {};
  if (frame.kind === 'form') {
    const { contact } = frame.body;
    return [{ kind: 'notice', id: frame.id, at, notice: 'left_message', contact, waiting: true, ...failure }];
  }
  if (frame.kind !== 'message') return [];
  const state = refused ? 'refused' : online ? 'sending' : 'waiting';
  const { by: _, ...extra } = turn ?? { by: 'visitor' };
  const from = frame.as === 'bot' ? 'bot' : 'visitor';
  return [
    {
      ...extra,
      kind: 'message',
      id: frame.id,
      from,
      text: frame.body.text,
      at,
      state,
      ...(files ? { files } : {}),
      ...failure,
    },
  ];
}
