import type { Conversation, EventKind, Owner, OwnerReason, Sender } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { createDrafts } from '../store/contractDrafts.js';
import type { Draft } from '../store/store.js';
import { admit } from './admit.js';
import { project } from './project.js';

const drafts = createDrafts();
const born = (() => {
  const { id, conversation, sender, kind, body } = drafts.started() as Draft & { kind: 'started' };
  const event = { id, conversation, sender, kind, body, seq: 1, at: 1000 };
  return project(null, event, drafts.started());
})();
const owned = (owner: Owner, more: Partial<Conversation> = {}): Conversation => ({
  ...born,
  owner,
  ownerSeq: 7,
  ...more,
});
const closed = owned('bot', { status: 'closed' });

const BODIES: Partial<Record<EventKind, unknown>> = {
  message: { text: 'hello' },
  note: { text: 'hm' },
  vote: { message: drafts.id(), vote: 'yes' },
  form: { contact: { email: 'a@b.example', text: 'please' } },
  survey: { survey: 'csat', score: 5 },
  context: { addTags: ['returns'] },
  closed: { reason: 'solved' },
  reopened: {},
};
const by = (kind: Sender['kind'], event: EventKind, body: unknown = BODIES[event]): Draft =>
  ({ ...drafts.started(), sender: { kind, id: kind }, kind: event, body }) as Draft;
const owner = (from: Sender['kind'], to: Owner, reason: OwnerReason, after?: number) =>
  by(from, 'owner', { owner: to, reason, ...(after === undefined ? {} : { after }) });
const verdict = (record: Conversation | null, draft: Draft) => admit(record, draft)?.code ?? 'ok';

test.each([
  ['a start of nothing', null, by('visitor', 'started'), 'ok'],
  ['a second start', owned('bot'), by('visitor', 'started'), 'id_conflict'],
  ['a message to nowhere', null, by('visitor', 'message'), 'not_found'],
  ['a visitor while the bot answers', owned('bot'), by('visitor', 'message'), 'ok'],
  ['a visitor who waits', owned('queue'), by('visitor', 'message'), 'ok'],
  ['a visitor with a person', owned('human'), by('visitor', 'message'), 'ok'],
  ['the bot that owns', owned('bot'), by('bot', 'message'), 'ok'],
  ['the bot in the queue', owned('queue'), by('bot', 'message'), 'owner_changed'],
  ['the bot beside a person', owned('human'), by('bot', 'message'), 'owner_changed'],
  ['an agent before taking it', owned('queue'), by('agent', 'message'), 'owner_changed'],
  ['an agent beside the bot', owned('bot'), by('agent', 'message'), 'owner_changed'],
  ['an agent', owned('human'), by('agent', 'message'), 'ok'],
  ['a note at any time', owned('queue'), by('agent', 'note'), 'ok'],
  ['a form', owned('queue'), by('visitor', 'form'), 'ok'],
  ['a survey while the bot answers', owned('bot'), by('visitor', 'survey'), 'forbidden'],
  ['a survey while a person is here', owned('human'), by('visitor', 'survey'), 'ok'],
  ['a survey after the end', closed, by('visitor', 'survey'), 'ok'],
  ['a context while the bot answers', owned('bot'), by('visitor', 'context'), 'ok'],
  ['a context after the end', closed, by('visitor', 'context'), 'conversation_closed'],
  ['an agent’s tags while the bot answers', owned('bot'), by('agent', 'context'), 'ok'],
  ['an agent’s tags taken off', owned('human'), by('agent', 'context', { removeTags: ['returns'] }), 'ok'],
  ['attributes of an agent', owned('human'), by('agent', 'context', { attributes: [], addTags: ['a'] }), 'forbidden'],
  ['pages of an agent', owned('human'), by('agent', 'context', { pages: [] }), 'forbidden'],
  ['an agent’s tags after the end', closed, by('agent', 'context'), 'conversation_closed'],
  ['a vote after the end', closed, by('visitor', 'vote'), 'ok'],
  ['a message after the end', closed, by('visitor', 'message'), 'conversation_closed'],
  ['a note after the end', closed, by('agent', 'note'), 'conversation_closed'],
  ['a form after the end', closed, by('visitor', 'form'), 'conversation_closed'],
  ['an owner after the end', closed, owner('visitor', 'queue', 'asked'), 'conversation_closed'],
  ['an end after the end', closed, by('agent', 'closed'), 'conversation_closed'],
  ['reopening after the end', closed, by('visitor', 'reopened'), 'ok'],
  ['reopening what is open', owned('bot'), by('visitor', 'reopened'), 'owner_changed'],
])('%s: %#', (_name, record, draft, expected) => {
  expect(verdict(record, draft)).toBe(expected);
});

const owners: readonly Owner[] = ['bot', 'queue', 'human'];
const senders: readonly Sender['kind'][] = ['visitor', 'bot', 'agent', 'system'];
const plain: Record<string, OwnerReason> = { bot: 'returned', queue: 'asked', human: 'accepted' };

test('who may move the owner from where to where', () => {
  const rows = owners.flatMap(from =>
    owners.map(to => {
      const may = senders.filter(sender => verdict(owned(from), owner(sender, to, plain[to] as OwnerReason)) === 'ok');
      return `${from} -> ${to}: ${may.join(', ') || 'nobody'}`;
    }),
  );
  expect(rows).toEqual([
    'bot -> bot: nobody',
    'bot -> queue: visitor, bot, agent, system',
    'bot -> human: agent',
    'queue -> bot: visitor, bot, agent, system',
    'queue -> queue: nobody',
    'queue -> human: agent',
    'human -> bot: agent, system',
    'human -> queue: agent, system',
    'human -> human: nobody',
  ]);
});

test('a message left while waiting keeps the place; a colleague may take over', () => {
  expect(verdict(owned('queue'), owner('visitor', 'queue', 'left_message'))).toBe('ok');
  expect(verdict(owned('human'), owner('agent', 'human', 'transferred'))).toBe('ok');
  expect(verdict(owned('human'), owner('visitor', 'human', 'transferred'))).toBe('owner_changed');
});

test('a change that builds on another owner than the newest is refused', () => {
  expect(verdict(owned('queue'), owner('agent', 'human', 'accepted', 7))).toBe('ok');
  expect(verdict(owned('queue'), owner('agent', 'human', 'accepted', 6))).toBe('owner_changed');
  expect(admit(owned('human'), owner('agent', 'human', 'accepted', 6))?.message).toBe(
    'The owner changed at 7 (human); this change builds on 6.',
  );
});
