import type {
  ClientState,
  ContextActions,
  Handrail,
  HandrailEventMap,
  HandrailEvents,
  IdentifyOptions,
  Person,
} from '@handrail/core';
import type { GreetingText, ShowOptions } from './more/greeting.js';
import type { WidgetUpdate } from './more/update.js';
import type { PlaceName } from './widgetOptions.js';

/** Where a widget stands, as plain data: a snapshot, which does not follow. */
export interface WidgetState extends ClientState {
  readonly open: boolean;
  /** What the panel shows, or would show: `home`, `results`, `article`, `chat` or `contact`. */
  readonly view: string;
}

/**
 * One widget in a page. Every command works at once; the panel's code is fetched when it is first needed. After `destroy` commands
 * reject with `destroyed`. A wrong argument rejects with `bad_request`, which says what was expected and what was given. What the page
 * says of itself (`setAttributes`, `track` …) waits until the panel's code is there, and fetches nothing.
 */
export interface Widget extends ContextActions, Pick<Handrail, 'rate' | 'submitSurvey' | 'registerTool' | 'use'> {
  /** Resolves once the widget is in the page and takes commands; rejects with `destroyed`. */
  ready(): Promise<void>;
  open(place?: PlaceName): Promise<void>;
  close(): void;
  toggle(): Promise<void>;
  /** Shows the launcher again. */
  show(): void;
  /** Takes the whole widget off the screen; conversations go on. */
  hide(): void;
  navigate(place: PlaceName): Promise<void>;
  search(query: string): Promise<void>;
  openArticle(id: string, options?: { section?: string }): Promise<void>;
  ask(question: string): Promise<void>;
  /** Begins a conversation; `text` stands in the composer and is not sent. */
  newConversation(options?: { text?: string }): Promise<void>;
  /** Opens one of the customer's conversations. */
  openConversation(id: string): Promise<void>;
  /** Opens the chat and sends, to whoever owns the conversation. */
  sendMessage(...given: Parameters<Handrail['sendMessage']>): Promise<void>;
  /** Ends the current conversation; does nothing without one. Opens nothing. */
  endConversation(): Promise<void>;
  isOpen(): boolean;
  /** Messages of people that were not read; 0 before the panel's code is there. The event `unread` tells of changes. */
  getUnreadCount(): number;
  /** Where everything stands now, as plain data. */
  getState(): WidgetState;
  /** Asks for a person; `team` names the team that is asked first. */
  requestHuman(options?: { readonly team?: string }): Promise<void>;
  /**
   * Shows a greeting beside the launcher: one of `config.messages` by its id, or a text. Resolves to whether it is on the screen: not
   * while the panel is open, not one the customer dismissed, not more than `mostMessages`; `force` passes over the last two.
   */
  showMessage(message: string | GreetingText, options?: ShowOptions): Promise<boolean>;
  /** Changes what can change while the widget is in the page. Of what cannot, it says so. */
  update(options: WidgetUpdate): Promise<void>;
  setLocale(locale: string): Promise<void>;
  setTheme(theme: 'auto' | 'light' | 'dark'): Promise<void>;
  /**
   * Says who the customer is; `getToken` fetches a token the site's backend signed. Takes effect when the panel is first
   * needed, at once for somebody who has a conversation here.
   */
  identify(person: Person, options: IdentifyOptions): Promise<void>;
  /** Signs out in every tab: forgets the customer and everything stored in this browser. */
  logout(): Promise<void>;
  /** Hears events; returns the unsubscribe. */
  on<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): () => void;
  /** Hears the next event of a kind. */
  once<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): () => void;
  off<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): void;
  /** Takes everything out of the page. */
  destroy(): void;
}
