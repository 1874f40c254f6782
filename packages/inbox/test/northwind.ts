import type { Tree } from '@handrail/content';
import type { Conversation, LogEvent, Sender } from '@handrail/protocol';
import { anaStory } from './anaStory.js';
import type { FakeSite } from './fakeServer.js';
import { id } from './ids.js';

/** The agent of the pictures. */
export const MINA = { kind: 'agent', id: 'mina', name: 'Mina Okafor', role: 'agent' } as const;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const visitor = (name: string): Sender => ({ kind: 'visitor', id: `v-${name}` });
const agent = (who: 'mina' | 'jonas'): Sender => ({
  kind: 'agent',
  id: who,
  name: who === 'mina' ? 'Mina Okafor' : 'Jonas Berg',
});

const TREE: Tree = [
  {
    t: 'p',
    c: [
      'Hello Ana, I’m Mina from the workshop. I see the reset didn’t help on your ',
      { t: 'strong', c: ['Fjell E2'] },
      '. Does the display show a number when it cuts out?',
    ],
  },
];

interface Draft {
  readonly kind: LogEvent['kind'];
  readonly at: number;
  readonly sender: Sender;
  readonly body: unknown;
}

function log(conversation: string, drafts: readonly Draft[]): LogEvent[] {
  return drafts.map(
    (draft, index) =>
      ({
        ...draft,
        id: id(Number.parseInt(conversation.slice(-4), 16) * 100 + index),
        conversation,
        seq: index + 1,
        rev: index + 1,
      }) as unknown as LogEvent,
  );
}

function record(
  n: number,
  name: string | undefined,
  change: Partial<Conversation> & Pick<Conversation, 'updatedAt'>,
): Conversation {
  return {
    id: id(n),
    site: 'demo',
    visitor: `v-${name ?? `00${n}3f2a`}`,
    owner: 'human',
    ownerSeq: 3,
    status: 'open',
    createdAt: change.updatedAt - 20 * MINUTE,
    lastSeq: 3,
    locale: 'en',
    subject: '',
    marks: { visitor: { delivered: 0, read: 0 }, agent: { delivered: 0, read: 0 } },
    ...(name ? { name } : {}),
    ...change,
  };
}

const anaLog = (now: number) => {
  const at = (minutes: number) => now - minutes * MINUTE;
  const ana = visitor('ana');
  return log(id(1), [
    { kind: 'started', at: at(5), sender: ana, body: { story: anaStory(now) } },
    { kind: 'owner', at: at(5), sender: ana, body: { owner: 'queue', reason: 'asked' } },
    {
      kind: 'message',
      at: at(4),
      sender: ana,
      body: { text: 'It cuts out on every hill. I already tried the reset from the article.' },
    },
    {
      kind: 'owner',
      at: at(3),
      sender: agent('mina'),
      body: { owner: 'human', reason: 'accepted', agent: { id: 'mina', name: 'Mina Okafor' } },
    },
    { kind: 'message', at: at(2), sender: agent('mina'), body: { text: 'Hello Ana', tree: TREE } },
    {
      kind: 'note',
      at: at(2),
      sender: agent('jonas'),
      body: { text: 'Third E10 this week on frames from October. Mina, ask for the sensor gap.' },
    },
    { kind: 'message', at: at(1), sender: ana, body: { text: 'Yes, E10' } },
  ]);
};

const leftLog = (now: number) =>
  log(id(7), [
    {
      kind: 'started',
      at: now - 40 * MINUTE,
      sender: visitor('ruth'),
      body: { story: { ...anaStory(now - 30 * MINUTE), transcript: [], summary: undefined } },
    },
    { kind: 'owner', at: now - 39 * MINUTE, sender: visitor('ruth'), body: { owner: 'queue', reason: 'left_message' } },
    {
      kind: 'form',
      at: now - 39 * MINUTE,
      sender: visitor('ruth'),
      body: {
        contact: {
          email: 'ruth@example.org',
          name: 'Ruth Adeyemi',
          order: 'NW-20418',
          text: 'The rack does not fit.\nCan I send it back?',
        },
      },
    },
  ]);

const closedLog = (now: number) =>
  log(id(6), [
    { kind: 'started', at: now - DAY, sender: visitor('ana'), body: { story: anaStory(now - DAY) } },
    { kind: 'owner', at: now - DAY, sender: visitor('ana'), body: { owner: 'queue', reason: 'not_understood' } },
    {
      kind: 'owner',
      at: now - DAY + MINUTE,
      sender: agent('jonas'),
      body: { owner: 'human', reason: 'accepted', agent: { id: 'jonas', name: 'Jonas Berg' } },
    },
    {
      kind: 'message',
      at: now - DAY + 2 * MINUTE,
      sender: agent('jonas'),
      body: { text: 'Your new charger has left the warehouse.' },
    },
    { kind: 'closed', at: now - DAY + 9 * MINUTE, sender: agent('jonas'), body: { reason: 'solved' } },
    {
      kind: 'survey',
      at: now - DAY + 10 * MINUTE,
      sender: visitor('ana'),
      body: { survey: 'csat', score: 5, comment: 'Quick and kind.' },
    },
  ]);

/** A site with one conversation in every state. */
export function northwind(now: number): FakeSite {
  const said = (text: string, name: string, minutes: number) => ({
    text,
    sender: visitor(name),
    at: now - minutes * MINUTE,
  });
  const mina = { id: 'mina', name: 'Mina Okafor' };
  const waiting = (minutes: number) => ({
    owner: 'queue' as const,
    ownerReason: 'asked' as const,
    waitingSince: now - minutes * MINUTE,
  });
  const conversations = [
    record(1, 'Ana Lindqvist', {
      visitor: 'v-ana',
      email: 'ana@lindqvist.se',
      locale: 'sv',
      updatedAt: now - MINUTE,
      lastSeq: 7,
      assignee: mina,
      subject: 'Yes, E10',
      preview: said('Yes, E10', 'ana', 1),
      marks: { visitor: { delivered: 7, read: 7 }, agent: { delivered: 6, read: 6 } },
    }),
    record(2, '陈思远', {
      locale: 'zh-Hans',
      updatedAt: now - 6 * MINUTE,
      assignee: mina,
      subject: '电池可以自己寄回去吗？',
      preview: said('电池可以自己寄回去吗？', 'chen', 6),
    }),
    record(3, 'Sofie Brandt', {
      updatedAt: now - 47 * MINUTE,
      assignee: mina,
      subject: 'Thanks',
      preview: {
        text: 'Measure the gap with the sheet and write me the number.',
        sender: agent('mina'),
        at: now - 47 * MINUTE,
      },
      marks: { visitor: { delivered: 4, read: 4 }, agent: { delivered: 4, read: 4 } },
    }),
    record(4, undefined, {
      updatedAt: now - 2 * MINUTE,
      ...waiting(2),
      subject: 'Invoice for order NW-20377',
      preview: said('Invoice for order NW-20377', 'x', 2),
    }),
    record(5, 'ليلى حداد', {
      locale: 'ar',
      updatedAt: now - 18 * MINUTE,
      ...waiting(18),
      subject: 'أحتاج إلى الصندوق للطلب',
      preview: said('أحتاج إلى الصندوق للطلب NW-20418', 'layla', 18),
    }),
    record(7, 'Ruth Adeyemi', {
      visitor: 'v-ruth',
      email: 'ruth@example.org',
      updatedAt: now - 39 * MINUTE,
      ...waiting(39),
      ownerReason: 'left_message',
      subject: 'The rack does not fit',
      preview: said('The rack does not fit. Can I send it back?', 'ruth', 39),
    }),
    record(8, 'James Whitfield', {
      updatedAt: now - 9 * MINUTE,
      assignee: { id: 'jonas', name: 'Jonas Berg' },
      subject: 'The rack does not fit',
      preview: said('The rack does not fit the 700c wheel', 'james', 9),
    }),
    record(9, undefined, {
      updatedAt: now - 3 * MINUTE,
      owner: 'bot',
      subject: 'How far does it go?',
      preview: said('How far does it go on one charge?', 'y', 3),
    }),
    record(6, 'Ana Lindqvist', {
      visitor: 'v-ana',
      status: 'closed',
      owner: 'bot',
      updatedAt: now - DAY,
      closedAt: now - DAY,
      assignee: { id: 'jonas', name: 'Jonas Berg' },
      subject: 'Charger replaced',
      csat: { score: 5, comment: 'Quick and kind.' },
      lastSeq: 6,
    }),
  ];
  const queued = (n: number, text: string, name: string, minutes: number) =>
    log(id(n), [
      {
        kind: 'started',
        at: now - (minutes + 1) * MINUTE,
        sender: visitor(name),
        body: { story: { ...anaStory(now - minutes * MINUTE), summary: undefined, attributes: [] } },
      },
      { kind: 'owner', at: now - minutes * MINUTE, sender: visitor(name), body: { owner: 'queue', reason: 'asked' } },
      { kind: 'message', at: now - minutes * MINUTE, sender: visitor(name), body: { text } },
    ]);
  const answered = (n: number, text: string, name: string, minutes: number, who: 'mina' | 'jonas') => {
    const before = queued(n, text, name, minutes);
    const at = now - minutes * MINUTE;
    const body = { owner: 'human', reason: 'accepted', agent: { id: who, name: agent(who).name } };
    return log(id(n), [...before.slice(0, 2), { kind: 'owner', at, sender: agent(who), body }, ...before.slice(2)]);
  };
  const logs = new Map([
    [id(1), anaLog(now)],
    [id(4), queued(4, 'Invoice for order NW-20377', 'x', 2)],
    [id(5), queued(5, 'أحتاج إلى الصندوق للطلب NW-20418', 'layla', 18)],
    [id(6), closedLog(now)],
    [id(7), leftLog(now)],
    [id(2), answered(2, '电池可以自己寄回去吗？', 'chen', 6, 'mina')],
    [id(3), answered(3, 'Thanks', 'sofie', 60, 'mina')],
    [id(8), answered(8, 'The rack does not fit the 700c wheel', 'james', 9, 'jonas')],
    [id(9), queued(9, 'How far does it go on one charge?', 'y', 3).slice(0, 1)],
  ]);
  return { conversations: conversations.map(one => ({ ...one, lastSeq: logs.get(one.id)?.length ?? 0 })), logs };
}
