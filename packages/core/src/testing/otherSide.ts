import { plainText } from '@handrail/content';
import { readMarkdown } from '@handrail/content/markdown';
import type { Availability, BodyOf, ErrorCodeName, Sender } from '@handrail/protocol';
import { quoteSection } from '../answer.js';
import type { ConversationDesk } from '../conversationDesk.js';
import { HandrailError } from '../errors.js';
import type { Tell } from '../events.js';
import type { Stores } from '../stores.js';
import type { BotTurn, Thread } from '../thread.js';
import type { Threads } from '../threads.js';
import { type TestArticle, toArticle } from './standInKnowledge.js';
import type { StandInLine } from './standInLine.js';
import type { TestClock } from './testClock.js';

/** What a turn of the bot may have beside its text. */
export type BotExtras = Pick<
  BotTurn,
  'choices' | 'none' | 'offer' | 'pointers' | 'fields' | 'step' | 'card' | 'cards' | 'missed'
>;

/**
 * Everybody who is not the screen: the bot, the team, the network, and the customer before the test began. All of it happens at
 * once, in the current conversation; one is begun when there is none.
 */
export interface OtherSide {
  /** The customer wrote this, without the screen; for what was said before. */
  customerSays(text: string): void;
  /** The bot says Markdown, with buttons, an offer of a person, a form or cards below. */
  botSays(text: string, extras?: BotExtras): void;
  /** The bot answers from one of the test's articles. Throws `not_found` for any other id. */
  botAnswers(article: string, options?: { readonly probability?: number }): void;
  /** The bot is at work; it is not while it says something. */
  botThinks(on?: boolean): void;
  /** The customer waits in this place, 1 being next; `wait` in minutes. Asks for a person first, when nobody did. */
  queueAt(position: number, wait?: { readonly min: number; readonly max: number }): void;
  /** A person takes the conversation. `name` by default `Mina Holm`. */
  agentJoins(name?: string): void;
  /** A person writes Markdown; joins first when there is none. */
  agentSays(text: string): void;
  agentTypes(on?: boolean): void;
  /** What the customer wrote was read, or only reached the inbox. */
  agentReads(far?: 'delivered' | 'read'): void;
  /** The person gives the conversation back to the bot. */
  agentReturnsToBot(): void;
  /** The conversation ends. */
  closes(reason?: BodyOf<'closed'>['reason']): void;
  /** A person and the customer write so many messages, a minute apart; the newest 50 are read, older ones by `loadOlder()`. */
  history(count: number): void;
  /** Whether a person can come, as `refreshAvailability()` will say and the stores hold at once. */
  available(availability: Availability): void;
  /** The network goes; what is written waits. */
  goOffline(): void;
  /** It is back; what waited is sent. */
  goOnline(): void;
  /** Messages stay `sending` until `takeSends()`. */
  holdSends(): void;
  takeSends(): void;
  /** The next message to a person is refused. `code` by default `forbidden`; codes that may pass are tried again by the clock. */
  failNextSend(code?: ErrorCodeName): void;
}

/** What the other side needs. */
export interface OtherSideParts {
  readonly clock: TestClock;
  readonly newId: () => string;
  readonly stores: Stores;
  readonly threads: Threads;
  readonly desk: ConversationDesk;
  readonly line: StandInLine;
  readonly articles: readonly TestArticle[];
  readonly tell: Tell;
}

const CUSTOMER: Sender = { kind: 'visitor', id: 'customer' };
const BOT: Sender = { kind: 'bot', id: 'bot' };
const MINUTE = 60_000;
/** Events of a log that are read at once, as by default. */
const PAGE = 50;

/** @internal */
export function createOtherSide(parts: OtherSideParts): OtherSide {
  const { clock, newId, stores, threads, desk, line, tell } = parts;
  const { server } = line;
  let agent: Sender = { kind: 'agent', id: 'agent', name: 'Mina Holm' };

  function say(by: 'visitor' | 'bot', turn: Omit<BotTurn, 'id' | 'at' | 'by'>) {
    const { id: conversation, record } = desk.writable();
    const id = newId();
    const isPersons = by === 'visitor' && record !== null && record.owner !== 'bot';
    if (!isPersons)
      threads.change(conversation, now => ({ ...now, turns: [...now.turns, { ...turn, id, at: clock.now(), by }] }));
    if (record) server.enter(conversation, 'message', { text: turn.text }, by === 'bot' ? BOT : CUSTOMER, id);
    if (by === 'bot') stores.$thinking.set(false);
  }

  /** The conversation, which the server knows from now on. */
  function known(): Thread {
    line.connect();
    const thread = desk.writable();
    if (thread.record) return thread;
    const transcript = thread.turns.map(({ id, by, text, at }) => ({ id, by, text, at }));
    const page = { url: 'https://shop.example/', title: 'Shop' };
    const locale = stores.$locale.get();
    const story = { page, locale, transcript, searches: [], articles: [], attributes: [] };
    server.enter(thread.id, 'started', { story }, CUSTOMER);
    return threads.get(thread.id) as Thread;
  }

  function waiting(): Thread {
    const { id, record } = known();
    if (record?.owner !== 'queue') server.enter(id, 'owner', { owner: 'queue', reason: 'asked' }, CUSTOMER);
    return threads.get(id) as Thread;
  }

  function joined(): Thread {
    const { id, record } = known();
    if (record?.owner !== 'human') server.enter(id, 'owner', { owner: 'human', reason: 'accepted' }, agent);
    return threads.get(id) as Thread;
  }

  return {
    customerSays: text => say('visitor', { text }),
    botSays(text, extras = {}) {
      const { tree } = readMarkdown(text);
      say('bot', { text: plainText(tree), tree, ...extras });
    },
    botAnswers(id, { probability = 0.9 } = {}) {
      const given = parts.articles.find(article => article.id === id);
      if (!given) throw new HandrailError('not_found', `botAnswers: expected an article of the test, got "${id}".`);
      const article = toArticle(given, stores.$locale.get());
      const answer = quoteSection(article, null, probability);
      say('bot', { text: plainText(answer.quote), tree: [], answer });
      tell('bot:answer', { conversation: desk.writable().id, sources: [{ article: id }], probability });
    },
    botThinks: (on = true) => stores.$thinking.set(on),
    queueAt(position, wait) {
      const { id } = waiting();
      threads.change(id, thread => ({ ...thread, queue: { position, ...(wait ? { wait } : {}) } }));
    },
    agentJoins(name = 'Mina Holm') {
      agent = { ...agent, name };
      joined();
    },
    agentSays: text => void server.enter(joined().id, 'message', { text }, agent),
    agentTypes: (on = true) => line.otherTypes(joined().id, agent, on),
    agentReads: (far = 'read') => server.mark(joined().id, far),
    agentReturnsToBot: () => void server.enter(joined().id, 'owner', { owner: 'bot', reason: 'returned' }, agent),
    closes: (reason = 'solved') => void server.enter(known().id, 'closed', { reason }, agent),
    history(count) {
      const { id } = joined();
      for (let said = 1; said <= count; said += 1) {
        clock.advance(MINUTE);
        const [text, sender] = said % 2 === 1 ? [`Question ${said}`, CUSTOMER] : [`Answer ${said}`, agent];
        server.enterEarlier(id, text, sender);
      }
      threads.reset(id);
      server.show(id, PAGE);
    },
    available(availability) {
      server.availability = availability;
      stores.$availability.set(availability);
    },
    goOffline: line.goOffline,
    goOnline: line.goOnline,
    holdSends() {
      server.isHolding = true;
    },
    takeSends: server.release,
    failNextSend: (code = 'forbidden') => server.refuseNext(code),
  };
}
