import type { BodyOf, Conversation, EventKind, Sender, Story } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { createDrafts } from '../store/contractDrafts.js';
import type { Draft } from '../store/store.js';
import { type NewEvent, project, storedBody } from './project.js';

const drafts = createDrafts();
const VISITOR: Sender = { kind: 'visitor', id: drafts.visitor.id };
const MAYA: Sender = { kind: 'agent', id: 'maya', name: 'Maya' };
const STORY: Story = { ...(drafts.started().body as BodyOf<'started'>).story, locale: 'de' };

/** The record after a log of events, one a second. */
function after(...log: [kind: EventKind, sender: Sender, body: unknown][]): Conversation {
  let record: Conversation | null = null;
  log.forEach(([kind, sender, body], i) => {
    const draft = { ...drafts.started(), sender, kind, body } as Draft;
    const { id, conversation } = draft;
    const event = {
      id,
      conversation,
      seq: i + 1,
      at: (i + 1) * 1000,
      sender,
      kind,
      body: storedBody(draft),
    } as NewEvent;
    record = project(record, event, draft);
  });
  if (!record) throw new Error('an empty log has no record');
  return record;
}

const STARTED: [EventKind, Sender, unknown] = ['started', VISITOR, { story: STORY }];
const QUEUED: [EventKind, Sender, unknown] = ['owner', VISITOR, { owner: 'queue', reason: 'asked' }];
const TAKEN: [EventKind, Sender, unknown] = ['owner', MAYA, { owner: 'human', reason: 'accepted' }];

test('a start makes an open conversation of the bot', () => {
  expect(after(STARTED)).toEqual({
    id: drafts.conversation,
    site: 'shop',
    visitor: drafts.visitor.id,
    owner: 'bot',
    ownerSeq: 0,
    status: 'open',
    createdAt: 1000,
    updatedAt: 1000,
    lastSeq: 1,
    locale: 'de',
    subject: '',
    marks: { visitor: { delivered: 0, read: 0 }, agent: { delivered: 0, read: 0 } },
  });
});

test('what was said to the bot in the page is the subject', () => {
  const turn = (by: 'visitor' | 'bot', text: string) => ({ id: drafts.id(), by, text, at: 500 });
  const story = { ...STORY, transcript: [turn('visitor', 'Where is my parcel?'), turn('bot', 'Which one?')] };
  expect(after(['started', VISITOR, { story }])).toMatchObject({
    subject: 'Where is my parcel?',
    preview: { text: 'Where is my parcel?', sender: VISITOR, at: 500 },
  });
  const told = after(STARTED, ['owner', VISITOR, { owner: 'queue', reason: 'asked', story }]);
  expect(told).toMatchObject({ subject: 'Where is my parcel?', owner: 'queue', waitingSince: 2000 });
});

test('waitingSince stands from queue to human', () => {
  expect(after(STARTED, QUEUED)).toMatchObject({
    owner: 'queue',
    ownerSeq: 2,
    ownerReason: 'asked',
    waitingSince: 2000,
  });
  const taken = after(STARTED, QUEUED, TAKEN);
  expect(taken).toMatchObject({ owner: 'human', ownerSeq: 3, assignee: { id: 'maya', name: 'Maya' } });
  expect(taken).not.toHaveProperty('waitingSince');
});

test('a message left keeps the place in time', () => {
  const left = after(STARTED, QUEUED, ['owner', VISITOR, { owner: 'queue', reason: 'left_message' }]);
  expect(left).toMatchObject({ waitingSince: 2000, ownerReason: 'left_message', ownerSeq: 3 });
});

test('given back to bot or queue nobody is assigned', () => {
  for (const owner of ['bot', 'queue']) {
    const back = after(STARTED, QUEUED, TAKEN, ['owner', MAYA, { owner, reason: 'returned' }]);
    expect(back).not.toHaveProperty('assignee');
    expect(back.waitingSince).toBe(owner === 'queue' ? 2000 : undefined);
  }
});

test('texts of both sides are previews, only the customer’s are subjects, notes are neither', () => {
  const said = after(
    STARTED,
    QUEUED,
    TAKEN,
    ['message', VISITOR, { text: ' My  parcel\n' }],
    ['message', MAYA, { text: 'Yes' }],
  );
  expect(said).toMatchObject({ subject: 'My parcel', preview: { text: 'Yes', sender: MAYA, at: 5000 } });
  const noted = after(STARTED, ['note', MAYA, { text: 'secret' }]);
  expect(JSON.stringify(noted)).not.toContain('secret');
  expect(noted).toMatchObject({ lastSeq: 2, updatedAt: 2000 });
});

test('long texts are cut between characters', () => {
  const { subject } = after(STARTED, ['message', VISITOR, { text: `${'x'.repeat(298)}😀😀` }]);
  expect(subject).toBe(`${'x'.repeat(298)}…`);
});

test('a form gives name and address', () => {
  const contact = { email: 'ann@mail.example', name: 'Ann', text: 'Please write' };
  expect(after(STARTED, ['form', VISITOR, { contact }])).toMatchObject({
    email: 'ann@mail.example',
    name: 'Ann',
    subject: 'Please write',
  });
});

test('the end leaves every queue and keeps who answered; reopening begins with the bot', () => {
  const ended = after(STARTED, QUEUED, TAKEN, ['closed', MAYA, { reason: 'solved' }]);
  expect(ended).toMatchObject({
    status: 'closed',
    closedAt: 4000,
    owner: 'bot',
    ownerSeq: 4,
    assignee: { id: 'maya' },
  });
  const waiting = after(STARTED, QUEUED, ['closed', VISITOR, { reason: 'left' }]);
  expect(waiting).not.toHaveProperty('waitingSince');
  const again = after(STARTED, ['closed', VISITOR, { reason: 'left' }], ['reopened', VISITOR, {}]);
  expect(again).toMatchObject({ status: 'open', owner: 'bot' });
  expect(again).not.toHaveProperty('closedAt');
});

test('a survey is kept on the record', () => {
  const rated = (body: object) => after(STARTED, ['survey', VISITOR, { survey: 'csat', ...body }]).csat;
  expect(rated({ score: 5 })).toEqual({ score: 5 });
  expect(rated({ score: 2, comment: 'slow' })).toEqual({ score: 2, comment: 'slow' });
});

test('tags and attributes of the page are kept on the record until they are taken back', () => {
  const says = (body: object): [EventKind, Sender, unknown] => ['context', VISITOR, body];
  const first = says({ addTags: ['returns', 'gold'], attributes: [{ name: 'order', value: 'NB-1' }] });
  expect(after(STARTED, first)).toMatchObject({
    tags: ['returns', 'gold'],
    attributes: [{ name: 'order', value: 'NB-1' }],
  });
  const second = says({
    addTags: ['gold', 'late'],
    removeTags: ['returns'],
    attributes: [
      { name: 'order', value: 'NB-2' },
      { name: 'bike', value: 'E2' },
    ],
  });
  expect(after(STARTED, first, second)).toMatchObject({
    tags: ['gold', 'late'],
    attributes: [
      { name: 'order', value: 'NB-2' },
      { name: 'bike', value: 'E2' },
    ],
  });
  const last = says({ removeTags: ['gold', 'late'], attributes: ['order', 'bike'].map(name => ({ name, value: '' })) });
  const bare = after(STARTED, first, second, last);
  expect(bare).not.toHaveProperty('tags');
  expect(bare).not.toHaveProperty('attributes');
});

test('of many tags and attributes the newest are kept', () => {
  const many = (from: number): [EventKind, Sender, unknown] => {
    const names = Array.from({ length: 20 }, (_, index) => `n${from + index}`);
    return ['context', VISITOR, { addTags: names, attributes: names.map(name => ({ name, value: name })) }];
  };
  const record = after(STARTED, many(0), many(20), many(40));
  expect([record.tags?.length, record.tags?.at(-1)]).toEqual([50, 'n59']);
  expect([record.attributes?.length, record.attributes?.[0]?.name]).toEqual([30, 'n30']);
});

test('whose word is waited for, and since when', () => {
  const CLOCK: Sender = { kind: 'system', id: 'clock' };
  const line = ['notice', CLOCK, { notice: 'long_wait' }] as unknown as [EventKind, Sender, unknown];
  const says = (who: Sender): [EventKind, Sender, unknown] => ['message', who, { text: 'well' }];
  expect(after(STARTED, says(VISITOR))).not.toHaveProperty('turn');
  expect(after(STARTED, QUEUED, says(VISITOR), line).turn).toEqual({
    of: 'agent',
    since: 2000,
    answered: false,
    reminders: 1,
    remindedAt: 4000,
  });
  expect(after(STARTED, QUEUED, line, TAKEN).turn).toMatchObject({ since: 2000, reminders: 0 });
  const answered = [STARTED, QUEUED, TAKEN, says(MAYA)] as const;
  expect(after(...answered).turn).toEqual({ of: 'visitor', since: 4000, answered: true, reminders: 0 });
  expect(after(...answered, says(VISITOR), says(VISITOR)).turn).toMatchObject({ of: 'agent', since: 5000 });
  const gone: [EventKind, Sender, unknown] = ['owner', CLOCK, { owner: 'queue', reason: 'agent_gone' }];
  expect(after(...answered, gone).turn).toEqual({ of: 'agent', since: 5000, answered: true, reminders: 0 });
  const ended = after(...answered, ['closed', MAYA, { reason: 'solved' }]);
  expect(ended).toMatchObject({ lastAgent: { id: 'maya', name: 'Maya', until: 5000 }, assignee: { id: 'maya' } });
  for (const field of ['turn', 'requestedAt', 'waitingSince']) expect(ended).not.toHaveProperty(field);
});
