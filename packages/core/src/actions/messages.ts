import type { Vote } from '@handrail/protocol';
import type { BotRunner } from '../botRunner.js';
import type { ConversationDesk } from '../conversationDesk.js';
import type { Environment } from '../environment.js';
import { HandrailError } from '../errors.js';
import type { Tell } from '../events.js';
import type { FileLike, MessageOptions } from '../files/file.js';
import type { Live } from '../live.js';
import type { Outgoing } from '../middleware/middleware.js';
import type { Stores } from '../stores.js';
import { textBytes } from '../textBytes.js';
import type { Thread } from '../thread.js';
import type { Threads } from '../threads.js';

/** What the message actions need. */
export interface MessageParts {
  readonly environment: Pick<Environment, 'now'>;
  readonly newId: () => string;
  readonly desk: ConversationDesk;
  readonly threads: Threads;
  readonly stores: Stores;
  readonly bot: BotRunner;
  readonly live: (() => Promise<Live>) | null;
  /** The site has a flow of its own. */
  readonly hasFlow: boolean;
  readonly setDraft: (text: string) => void;
  /** What the site's own code makes of a message; `null` stops it. */
  readonly beforeSend: (message: Outgoing) => Promise<Outgoing | null> | Outgoing;
  readonly tell: Tell;
  readonly failed: (error: unknown) => void;
}

/** Writing, asking, pressing buttons. */
export interface MessageActions {
  /**
   * Sends to whoever owns the conversation: the bot answers in the page, people through the server. Rejects with
   * `text_too_long` above 16 KiB, with `too_large` for files that are too many or too large, and with `forbidden` for files
   * nobody would look at, because the bot answers. With files the text may be empty. The draft is cleared when it is what was sent.
   */
  sendMessage(text: string, options?: MessageOptions): Promise<void>;
  /**
   * Has the site's own flow say its first words, once nothing was said yet: call it when the conversation is on the screen.
   * Without a flow of its own a site's bot waits for the customer. With `text` the bot has said that instead, and waits: a
   * greeting the customer followed, which people who take over then see, too.
   */
  greet(options?: { readonly text?: string }): Promise<void>;
  /** An address that shows a file of a message; good for some minutes, so ask when it is needed. */
  fileUrl(id: string): Promise<string>;
  /** Asks the bot; in a new conversation when a person holds the current one. */
  ask(question: string): Promise<void>;
  /** Presses a button of the bot. */
  choose(value: string, label: string): Promise<void>;
  /** The customer's verdict on an answer of the bot. */
  rate(message: string, vote: Vote): Promise<void>;
  /** Sends the fields of a form of the bot. */
  submitFields(values: Readonly<Record<string, string | number>>): Promise<void>;
  newConversation(): Promise<string>;
  openConversation(id: string): Promise<void>;
  /** Reads the page before what `$messages` shows; they grow at their beginning. Does nothing when `$hasOlder` is false. */
  loadOlder(): Promise<void>;
  /** Everything that arrived in the current conversation has been seen. */
  markRead(): Promise<void>;
  setTyping(on: boolean): Promise<void>;
  /** Sends a refused message again. */
  retry(message: string): Promise<void>;
  /** Takes back a message that is not in the log yet, and its files. */
  discard(message: string): Promise<void>;
}

/** The protocol's default; the server's own limit is checked there. */
const TEXT_BYTES = 16 * 1024;

/** The text as it will be sent. Throws when it is empty or too long. */
export function checkText(raw: string): string {
  const text = raw.trim();
  if (text === '') throw new HandrailError('bad_request', 'text: expected at least one character, got none.');
  const bytes = textBytes(text);
  if (bytes > TEXT_BYTES) {
    throw new HandrailError(
      'text_too_long',
      `text: expected at most ${TEXT_BYTES} bytes, got ${bytes}. Nothing was sent; the text is kept.`,
    );
  }
  return text;
}

const wantsFiles = (thread: Thread | undefined) =>
  thread?.turns.findLast(({ by }) => by === 'bot')?.wantsFiles ?? false;

/** @internal */
export function createMessages(parts: MessageParts): MessageActions {
  const { environment, desk, threads, stores, bot, live, tell } = parts;

  async function toBot(id: string, text: string) {
    const message = desk.say(id, 'visitor', { text });
    tell('message:sent', { id: message, conversation: id, text });
    await bot.input(id, { type: 'text', text, at: environment.now() });
  }

  /** What was sent is no draft any more; what the customer is writing while the page sends something stays. */
  function clearDraft(sent: string) {
    if (stores.$draft.get().trim() === sent.trim()) parts.setDraft('');
  }

  async function sendMessage(raw: string, { attachments: given = [] }: MessageOptions = {}) {
    const passed = await parts.beforeSend({ text: raw, attachments: given });
    if (!passed) return;
    const { attachments } = passed;
    const text = attachments.length > 0 && passed.text.trim() === '' ? '' : checkText(passed.text);
    const thread = desk.writable();
    if (attachments.length > 0) return withFiles(thread.id, text, attachments, raw);
    clearDraft(raw);
    if (desk.ownerOf(thread) === 'bot') return toBot(thread.id, text);
    const id = parts.newId();
    await desk.write(thread.id, 'message', { text }, { id });
    tell('message:sent', { id, conversation: thread.id, text });
  }

  async function withFiles(conversation: string, text: string, attachments: readonly FileLike[], raw: string) {
    const thread = threads.get(conversation);
    const toBot = thread && desk.ownerOf(thread) === 'bot';
    if (!live || !thread || (toBot && !wantsFiles(thread))) {
      throw new HandrailError('forbidden', 'attachments: expected a person, or a bot that asks.');
    }
    const files = await (await live()).keep(attachments);
    clearDraft(raw);
    const id = parts.newId();
    if (toBot) await desk.begin(conversation);
    /** The bot thanks for what is there, not for what may still be refused. */
    const entered = () => {
      if (toBot && wantsFiles(threads.get(conversation)))
        bot.input(conversation, { type: 'files', names: attachments.map(({ name }) => name) }).catch(parts.failed);
    };
    await desk.write(conversation, 'message', { text, files: files.map(file => file.id) }, { id, files }, entered);
    tell('message:sent', { id, conversation, text });
  }

  return {
    sendMessage,
    async greet({ text } = {}) {
      const before = desk.current();
      // One that is over, or not read yet, is looked at, not begun anew.
      if (before && (before.turns.length > 0 || desk.started(before))) return;
      if (text) desk.say(desk.writable().id, 'bot', { text });
      else if (parts.hasFlow) await bot.input(desk.writable().id, { type: 'start' });
    },
    async fileUrl(id) {
      if (!live) throw new HandrailError('offline', 'There is no server in static mode.');
      return (await live()).fileUrl(id);
    },
    async ask(question) {
      const thread = desk.current();
      if (thread && desk.ownerOf(thread) !== 'bot') desk.open();
      await sendMessage(question);
    },
    async choose(value, label) {
      const { id } = desk.writable();
      desk.say(id, 'visitor', { text: label });
      tell('postback', { conversation: id, value, label });
      await bot.input(id, { type: 'choice', value });
    },
    async rate(message, vote) {
      const thread = desk.current();
      if (!thread) return;
      const turns = thread.turns.map(turn => (turn.id === message ? { ...turn, vote } : turn));
      threads.change(thread.id, now => ({ ...now, turns }));
      tell('bot:vote', { conversation: thread.id, message, vote });
      if (desk.started(thread)) await desk.write(thread.id, 'vote', { message, vote });
      if (desk.ownerOf(thread) === 'bot') await bot.input(thread.id, { type: 'vote', message, vote });
    },
    async submitFields(values) {
      const { id } = desk.writable();
      desk.say(id, 'visitor', { text: Object.values(values).join(', ') });
      await bot.input(id, { type: 'form', values });
    },
    newConversation: async () => desk.open(),
    async openConversation(id) {
      stores.$current.set(id);
      const thread = threads.get(id);
      const onlyHere = thread && !desk.started(thread) && thread.turns.length > 0;
      if (live && !onlyHere) (await live()).connect();
    },
    async markRead() {
      const thread = desk.current();
      if (thread?.record && live) (await live()).read(thread.id);
    },
    async loadOlder() {
      const thread = desk.current();
      if (thread && live) (await live()).older(thread.id);
    },
    async setTyping(on) {
      const thread = desk.current();
      if (!thread?.record || thread.record.owner === 'bot' || !live) return;
      (await live()).typing(thread.id, on);
    },
    async retry(message) {
      if (live) (await live()).retry(message);
    },
    async discard(message) {
      if (live) (await live()).discard(message);
    },
  };
}
