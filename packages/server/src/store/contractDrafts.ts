import { createIds } from '@handrail/protocol';
import type { AgentActor, VisitorActor } from '../access/who.js';
import type { Draft } from './store.js';

/** Makes drafts of one conversation, each with an id of its own. */
export interface DraftMaker {
  readonly conversation: string;
  readonly visitor: VisitorActor;
  readonly agent: AgentActor;
  readonly id: () => string;
  started(): Draft;
  /** The visitor writes. */
  says(text: string, id?: string): Draft;
  /** The visitor sends files without a word. */
  brings(files: string[]): Draft;
  /** The agent writes. */
  answers(text: string, id?: string): Draft;
  /** The agent words a message anew. */
  edits(message: string, text: string, agent?: AgentActor): Draft;
  /** The agent takes a message back. */
  deletes(message: string, agent?: AgentActor): Draft;
  /** The agent sends files. */
  shows(text: string, files: string[]): Draft;
  botSays(text: string): Draft;
  notes(text: string): Draft;
  asksForPerson(after?: number): Draft;
  takes(after?: number, agent?: AgentActor): Draft;
  closes(): Draft;
}

/** A fresh conversation on `site`, as the contract suite and other tests need it. */
export function createDrafts(site = 'shop'): DraftMaker {
  const id = createIds({ now: Date.now, random: bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>) });
  const conversation = id();
  const visitor: VisitorActor = { kind: 'visitor', id: `v-${id()}`, site };
  const agent: AgentActor = { kind: 'agent', id: 'maya', name: 'Maya', role: 'agent', site };
  const base = (given = id()) => ({ id: given, site, conversation });
  const byVisitor = { actor: visitor, sender: { kind: 'visitor', id: visitor.id } } as const;
  const byBot = { actor: visitor, sender: { kind: 'bot', id: 'bot' } } as const;
  const by = (actor: AgentActor) => ({ actor, sender: { kind: 'agent', id: actor.id, name: actor.name } }) as const;
  const story = {
    page: { url: 'https://shop.example/', title: 'Shop' },
    locale: 'en',
    transcript: [],
    searches: [],
    articles: [],
    attributes: [],
  };
  const since = (after?: number) => (after === undefined ? {} : { after });
  return {
    conversation,
    visitor,
    agent,
    id,
    started: () => ({ ...base(), ...byVisitor, kind: 'started', body: { story } }),
    says: (text, given) => ({ ...base(given), ...byVisitor, kind: 'message', body: { text } }),
    brings: files => ({ ...base(), ...byVisitor, kind: 'message', body: { text: '', files } }),
    answers: (text, given) => ({ ...base(given), ...by(agent), kind: 'message', body: { text } }),
    edits: (message, text, who = agent) => ({
      ...base(),
      ...by(who),
      kind: 'edited',
      body: { message, text },
      tree: [{ t: 'p', c: [text] }],
    }),
    deletes: (message, who = agent) => ({ ...base(), ...by(who), kind: 'deleted', body: { message } }),
    shows: (text, files) => ({ ...base(), ...by(agent), kind: 'message', body: { text, files } }),
    botSays: text => ({ ...base(), ...byBot, kind: 'message', body: { text } }),
    notes: text => ({ ...base(), ...by(agent), kind: 'note', body: { text } }),
    asksForPerson: after => ({
      ...base(),
      ...byVisitor,
      kind: 'owner',
      body: { owner: 'queue', reason: 'asked', ...since(after) },
    }),
    takes: (after, who = agent) => ({
      ...base(),
      ...by(who),
      kind: 'owner',
      body: { owner: 'human', reason: 'accepted', ...since(after) },
    }),
    closes: () => ({ ...base(), ...by(agent), kind: 'closed', body: { reason: 'solved' } }),
  };
}
