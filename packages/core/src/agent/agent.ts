import type { LogEvent, Report } from '@handrail/protocol';
import type { Environment } from '../environment.js';
import type { HandrailError } from '../errors.js';
import type { MessageOptions } from '../files/file.js';
import type { Connection } from '../session.js';
import type { AgentStores } from './agentStores.js';

/** What `createAgent` takes. */
export interface AgentOptions {
  /** Origin of the server. */
  readonly server: string;
  /** A session token, or a one-time sign-in code, which becomes one. */
  readonly token: string;
  /**
   * Called when the session has run out; resolves to another token or code of the same agent. Default: the connection closes with
   * `token_expired`, and what was not sent waits in the outbox.
   */
  readonly getToken?: () => Promise<string>;
  /**
   * Milliseconds a WebSocket may take to open. Default 4000. Later an event stream is tried, then a long poll. Lower falls back
   * sooner, also on slow lines that would have opened one.
   */
  readonly connectTimeout?: number;
  /** Where outbox and device id live. Default: memory. */
  readonly environment?: Partial<Environment>;
}

/** What an agent's client tells. */
export interface AgentEvents {
  connection: Connection;
  /** An event entered the log of a conversation. */
  event: LogEvent;
  /** A customer waits for a person. */
  waiting: { conversation: string };
  error: HandrailError;
}

/** A place in the log. */
export interface Place {
  readonly seq: number;
  readonly at: number;
}

/** The agents' side: the same code the inbox uses. */
export interface Agent extends AgentStores {
  /** The session token, to keep for the next start; `null` before the sign-in finished. */
  token(): string | null;
  on<K extends keyof AgentEvents>(type: K, listener: (data: AgentEvents[K]) => void): () => void;
  /** Resolves when the server has welcomed this agent; rejects with the reason when the connection stopped for good. */
  ready(): Promise<void>;
  /** Puts a conversation on screen and reads its log. */
  open(conversation: string): void;
  /**
   * Accepts a waiting conversation. Rejects with `owner_changed` when a colleague was faster, and with `at_capacity` when this
   * agent answers as many as they may, unless by `force`.
   */
  take(conversation: string, options?: { readonly force?: boolean }): Promise<Place>;
  /** With files the text may be empty; rejects with `too_large` before anything is sent. */
  reply(conversation: string, text: string, options?: MessageOptions): Promise<Place>;
  /** Internal; customers never see it, nor its files. */
  note(conversation: string, text: string, options?: MessageOptions): Promise<Place>;
  /**
   * Words a message of this agent's anew: customers see the new text, and that it was edited. Rejects with `not_found` when it is
   * no message of this agent's, and with `conversation_closed` after the end.
   */
  edit(conversation: string, message: string, text: string): Promise<Place>;
  /** Takes a message of this agent's back, with its files, for good; also after the end. Rejects with `not_found`. */
  remove(conversation: string, message: string): Promise<Place>;
  /** An address that shows a file of a message; good for some minutes. */
  fileUrl(id: string): Promise<string>;
  returnToBot(conversation: string): Promise<Place>;
  /** Back to the queue, where this team is asked first. Rejects with `owner_changed` unless a person answers the conversation. */
  handTo(conversation: string, team: string): Promise<Place>;
  /**
   * Files the conversation under tags, of 64 characters at most, up to 20 at once; customers never see them. Rejects with `bad_request`
   * for what are no tags, and with `conversation_closed` after the end.
   */
  addTags(conversation: string, tags: string | readonly string[]): Promise<Place>;
  /** Takes tags off; those that are not there are passed over. */
  removeTags(conversation: string, tags: string | readonly string[]): Promise<Place>;
  close(conversation: string): Promise<Place>;
  reopen(conversation: string): Promise<Place>;
  markRead(conversation: string): void;
  setTyping(conversation: string, on: boolean): void;
  /** Whether new conversations may come to this agent. */
  setAvailable(available: boolean): void;
  /**
   * Results of the site over days (`YYYY-MM-DD`, both included, in the site's zone). Rejects with `forbidden` for who is no admin, and
   * with `bad_request` for what are no days.
   */
  report(from: string, to: string): Promise<Report>;
  retry(message: string): void;
  discard(message: string): void;
  destroy(): void;
}
