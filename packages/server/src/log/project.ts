import type {
  Attachment,
  Attribute,
  BodyOf,
  Conversation,
  LogEvent,
  Sender,
  StoredBody,
  Story,
} from '@handrail/protocol';
import type { Actor } from '../access/who.js';
import type { Draft } from '../store/store.js';
import { asked, left, remind, spoken } from './turn.js';

/** An event that is about to stand in the log; never `hidden`, that is a view of it. */
export type NewEvent = Exclude<LogEvent, { kind: 'hidden' }>;

const NOWHERE = { delivered: 0, read: 0 };

/** What is true of a conversation after one more event. Pure; runs inside the store's transaction. */
export function project(before: Conversation | null, event: NewEvent, draft: Pick<Draft, 'site'>): Conversation {
  const record = before ?? born(event, draft);
  const next: Conversation = { ...record, lastSeq: event.seq, updatedAt: event.at };
  switch (event.kind) {
    case 'started':
      return identify(tellStory(next, event.body.story, event.sender), event.body.story.attributes);
    case 'message':
      return spoken(
        say(next, event.sender, event.body.text, event.at, besides(event.body)),
        event.sender.kind,
        event.at,
      );
    case 'owner':
      return changeOwner(event.body.story ? tellStory(next, event.body.story, null) : next, event);
    case 'form':
      return contact(next, event.sender, event.body, event.at);
    case 'survey':
      return { ...next, csat: pick({ score: event.body.score, comment: event.body.comment }) };
    case 'context':
      return describe(next, event.body);
    case 'closed':
      return close(next, event);
    case 'reopened':
      return without({ ...next, status: 'open' }, 'closedAt');
    case 'identified':
      return identify({ ...next, visitor: event.body.visitor }, event.body.attributes);
    case 'notice':
      return remind(next, event.at);
    case 'edited':
    case 'deleted':
      return amendPreview(next, event);
    case 'note':
    case 'vote':
      return next;
  }
}

/** Lists show the newest message as it is now. */
function amendPreview(record: Conversation, event: NewEvent & { kind: 'edited' | 'deleted' }): Conversation {
  const { preview } = record;
  if (preview?.seq !== event.body.messageSeq) return record;
  if (event.kind === 'edited') {
    const { text } = event.body;
    return text === undefined ? record : { ...record, preview: { ...preview, text: cut(text) } };
  }
  const { files: _gone, ...rest } = preview;
  return { ...record, preview: { ...rest, text: '', deleted: true } };
}

function born(event: NewEvent, draft: Pick<Draft, 'site'>): Conversation {
  return {
    id: event.conversation,
    site: draft.site,
    visitor: event.sender.id,
    owner: 'bot',
    ownerSeq: 0,
    status: 'open',
    createdAt: event.at,
    updatedAt: event.at,
    lastSeq: event.seq,
    locale: 'en',
    subject: '',
    marks: { visitor: NOWHERE, agent: NOWHERE },
  };
}

/** The story gives the language, and the customer's last words when they were said to the bot in the page. */
function tellStory(record: Conversation, story: Story, visitor: Sender | null): Conversation {
  const said = story.transcript.findLast(turn => turn.by === 'visitor');
  const next = { ...record, locale: story.locale };
  if (!said) return next;
  const text = cut(said.text);
  if (!visitor) return { ...next, subject: text };
  return { ...next, subject: text, preview: { text, sender: visitor, at: said.at } };
}

/** What lists say of a message beside its text. */
function besides({ attachments, deleted }: StoredBody<'message'>) {
  return {
    ...(attachments?.length ? { files: attachments.length } : {}),
    ...(deleted === undefined ? {} : { deleted: true as const }),
  };
}

function say(
  record: Conversation,
  sender: Sender,
  text: string,
  at: number,
  more: Pick<NonNullable<Conversation['preview']>, 'files' | 'deleted'> = {},
): Conversation {
  const short = cut(text);
  const next = { ...record, preview: { text: short, sender, at, seq: record.lastSeq, ...more } };
  return sender.kind === 'visitor' && short !== '' ? { ...next, subject: short } : next;
}

/** Only what is signed counts; a page cannot write that, see `storedBody`. */
function identify(record: Conversation, attributes: readonly Attribute[]): Conversation {
  const signed = new Map(attributes.flatMap(({ name, value, verified }) => (verified ? [[name, value] as const] : [])));
  const [id, name, email] = ['id', 'name', 'email'].map(key => signed.get(key));
  if (id === undefined) return record;
  return {
    ...record,
    identified: { id, ...(name ? { name: cutTo(name, 200) } : {}), ...(email ? { email: cutTo(email, 254) } : {}) },
  };
}

/** `waitingSince` is set in the same step as `queue`; a message left while waiting keeps the place. */
function changeOwner(record: Conversation, event: NewEvent & { kind: 'owner' }): Conversation {
  const { owner, reason, agent, team } = event.body;
  const forTeam = owner === 'queue' && team !== undefined ? { team } : {};
  const moved = { ...record, ...forTeam, owner, ownerSeq: event.seq, ownerReason: reason, ownerSince: event.at };
  const next = left(moved, owner === 'human' ? agent?.id : undefined, event.at);
  if (owner === 'bot')
    return without(without(without(without(without(next, 'waitingSince'), 'assignee'), 'requestedAt'), 'turn'), 'team');
  const waits = asked(next, event.at);
  if (owner === 'queue')
    return without({ ...waits, waitingSince: record.waitingSince ?? waits.requestedAt ?? event.at }, 'assignee');
  return without(agent ? { ...waits, assignee: agent } : waits, 'waitingSince');
}

function contact(record: Conversation, sender: Sender, body: BodyOf<'form'>, at: number): Conversation {
  const { email, name, text } = body.contact;
  return { ...say(record, sender, text, at), email, ...(name ? { name } : {}) };
}

/** Tags and attributes a conversation keeps; those said first give way. */
const MOST_TAGS = 50;
const MOST_ATTRIBUTES = 30;

function describe(record: Conversation, body: BodyOf<'context'>): Conversation {
  const { addTags = [], removeTags = [], attributes = [] } = body;
  const tags = [...new Set([...(record.tags ?? []), ...addTags])].filter(tag => !removeTags.includes(tag));
  const values = new Map((record.attributes ?? []).map(({ name, value }) => [name, value]));
  for (const { name, value } of attributes) {
    if (value === '') values.delete(name);
    else values.set(name, value);
  }
  const named = [...values].map(([name, value]) => ({ name, value }));
  const bare = without(without(record, 'tags'), 'attributes');
  return {
    ...bare,
    ...(tags.length > 0 ? { tags: tags.slice(-MOST_TAGS) } : {}),
    ...(named.length > 0 ? { attributes: named.slice(-MOST_ATTRIBUTES) } : {}),
  };
}

/** The end takes the conversation out of every queue. Who answered stays to be seen; nobody holds it any more. */
function close(record: Conversation, { seq, at }: NewEvent): Conversation {
  const held = record.owner === 'human' ? left(record, undefined, at) : record;
  const next: Conversation = { ...held, status: 'closed', closedAt: at, owner: 'bot', ownerSeq: seq, ownerSince: at };
  return without(without(without(without(next, 'waitingSince'), 'ownerReason'), 'requestedAt'), 'turn');
}

/** The body as it will stand in the log: what the client wrote and what the server adds. */
export function storedBody(
  draft: Draft,
  attachments: readonly Attachment[] = [],
  messageSeq?: number,
): StoredBody<Draft['kind']> {
  const { body } = draft;
  if (draft.kind === 'edited' || draft.kind === 'deleted')
    return { ...body, ...(draft.tree ? { tree: draft.tree } : {}), messageSeq } as StoredBody<'edited' | 'deleted'>;
  if ('story' in body && body.story)
    return { ...body, story: signed(body.story, draft.actor) } as StoredBody<Draft['kind']>;
  const files = attachments.length > 0 ? { attachments: [...attachments] } : {};
  if (draft.tree) return { ...draft.body, ...files, tree: draft.tree };
  if (attachments.length > 0) return { ...draft.body, ...files };
  if (draft.kind === 'owner' && draft.body.owner === 'human' && draft.sender.kind === 'agent') {
    return { ...draft.body, agent: { id: draft.sender.id, name: draft.sender.name ?? draft.sender.id } };
  }
  return draft.body;
}

/** What a page says of its customer is not verified, whatever it says; what the site's backend signed is added. */
function signed(story: Story, actor: Actor): Story {
  const known = actor.kind === 'visitor' ? (actor.attributes ?? []) : [];
  const isKnown = ({ name, value }: Attribute) => known.some(one => one.name === name && one.value === value);
  const said = story.attributes.filter(one => !isKnown(one)).map(one => ({ ...one, verified: false }));
  return { ...story, attributes: [...known, ...said] };
}

/** At most 300 UTF-16 units. */
function cut(text: string): string {
  return cutTo(text.replace(/\s+/g, ' ').trim(), 300);
}

/** Never half a character. */
function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function without<K extends keyof Conversation>(record: Conversation, key: K): Conversation {
  if (!(key in record)) return record;
  const { [key]: _gone, ...rest } = record;
  return rest as Conversation;
}

function pick(csat: { score: number; comment: string | undefined }): NonNullable<Conversation['csat']> {
  return csat.comment === undefined ? { score: csat.score } : { score: csat.score, comment: csat.comment };
}
