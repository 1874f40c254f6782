import type { Availability } from '@handrail/protocol';
import type { HelpActions } from './actions/help.js';
import type { MessageActions } from './actions/messages.js';
import type { PeopleActions } from './actions/people.js';
import type { ClientState } from './clientState.js';
import type { ContextActions } from './context/contextPart.js';
import type { HandrailEventMap, HandrailEvents } from './events.js';
import type { IdentifyOptions, Person } from './identity/person.js';
import type { MiddlewareList } from './middleware/middleware.js';
import type { Stores } from './stores.js';
import type { ToolBox } from './tools/toolBox.js';

/** The stores of a client, read-only. */
export type ClientStores = {
  readonly [K in Exclude<keyof Stores, '$threads' | '$unsent' | '$thread'>]: Pick<
    Stores[K],
    'get' | 'subscribe' | 'listen'
  >;
};

/** A headless Handrail client: stores to look at, methods to act, events to hear. */
export interface Handrail extends ClientStores, HelpActions, ConversationMethods, ContextActions {
  closeContact(): void;
  /** Origin of the server; `null` in static mode. */
  readonly server: string | null;
  /** Address of the knowledge files, ending in `/`; images of articles are relative to it. */
  readonly knowledgeBase: string;
  /** Hears events; returns the unsubscribe. A listener that throws stops nobody. */
  on<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): () => void;
  once<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): () => void;
  off<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): void;
  /** Opens the line to the server now; it opens by itself when a person is needed. */
  connect(): Promise<void>;
  /** Asks the server whether a person can come; `$availability` follows. `null` in static mode. */
  refreshAvailability(): Promise<Availability | null>;
  /** The anonymous or named visitor's id at the server; `null` before the first message. */
  getVisitorId(): string | null;
  /** Keeps what is being typed, so that a reload loses nothing. */
  setDraft(text: string): void;
  setLocale(locale: string): void;
  getUnreadCount(): number;
  /** Resolves when what an earlier page left is back, if anything; the event `ready` follows. Rejects with `destroyed`. */
  ready(): Promise<void>;
  /** Where everything stands now, as plain data. */
  getState(): ClientState;
  /** Lets the site's code look at messages before they are sent and shown. Returns what takes it away again. */
  use: MiddlewareList['use'];
  /**
   * For screens: has listeners hear that it opened, closed, was shown or hidden, shows another view, or that an article of the
   * suggestions was chosen; then `view` is its id. Changes nothing else.
   */
  tellScreen(type: 'open' | 'close' | 'show' | 'hide' | 'viewchange' | 'suggestion:click', view: string): void;
  /**
   * Lets `action` steps of the flow do something in the page. A tool of a name wins over an action of the server, and over an
   * earlier tool. Returns what takes it away again. Throws `bad_request` for what is no tool.
   */
  registerTool: ToolBox['register'];
  /**
   * Says who the customer is. `getToken` is called at once and again before the session ends, for a token the site's backend
   * signed; until it gives one, and while it fails, everything goes on as before. Open conversations of this browser become
   * the person's. Resolves when the server believed it; rejects with `bad_identity` when it does not, and with `destroyed`
   * when somebody signed out or another person was named meanwhile.
   */
  identify(person: Person, options: IdentifyOptions): Promise<void>;
  /**
   * Signs out: forgets the visitor, every conversation and everything stored in this browser, in all its tabs, and ends
   * their tokens and connections on the server.
   */
  logout(): Promise<void>;
  /** Ends everything; later calls reject with `destroyed`. */
  destroy(): void;
}

/** Methods of the conversation part; its code is fetched at the first call. */
export const CONVERSATION =
  'sendMessage greet fileUrl ask choose rate submitFields newConversation openConversation loadOlder markRead setTyping retry discard requestHuman declineHuman stopWaiting openContact leaveMessage submitSurvey endConversation';

/** Methods of the context part; its code is fetched at the first call. */
export const CONTEXT =
  'track page suggest setAttributes prefill setConversationAttributes addTags removeTags setConsent';

/** A list of names in one text, which is shorter; a name that is no method is an error of the types. */
type Names<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Names<Rest> : S;

/** Methods of the conversation part. */
export type ConversationMethods = Pick<MessageActions & PeopleActions, Names<typeof CONVERSATION>>;

/** Methods of the context part. */
export type ContextMethods = Pick<ContextActions, Names<typeof CONTEXT>>;
