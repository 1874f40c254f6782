import type { Contact, OwnerReason } from '@handrail/protocol';
import type { BotRunner } from '../botRunner.js';
import type { ConversationDesk } from '../conversationDesk.js';
import { HandrailError } from '../errors.js';
import type { Tell } from '../events.js';
import type { Stores } from '../stores.js';
import type { Thread } from '../thread.js';
import { checkText } from './messages.js';

/** What the people actions need. */
export interface PeopleParts {
  readonly desk: ConversationDesk;
  readonly stores: Stores;
  readonly bot: BotRunner;
  /** Where a left message goes in static mode; `null` with a server. */
  readonly leaveStatic: ((contact: Contact, thread: Thread) => Promise<LeftMessage>) | null;
  readonly setDraft: (text: string) => void;
  readonly tell: Tell;
}

/** What became of a left message: on its way to the inbox, or an address to open. */
export interface LeftMessage {
  readonly conversation: string;
  /** Static mode with a mail address: opens the visitor's mail program. */
  readonly mailto?: string;
}

/** Reaching a person, and parting. */
export interface PeopleActions {
  /**
   * Asks for a person: the queue when one can come, else `$contact` opens the form.
   * @param options.team id of the team that is asked first. Default: everybody
   */
  requestHuman(options?: { readonly team?: string }): Promise<void>;
  /** Declines the person the bot offered. */
  declineHuman(): Promise<void>;
  /** Leaves the queue; the bot answers again. */
  stopWaiting(): Promise<void>;
  /** Opens the contact form with what was said so far. */
  openContact(): Promise<void>;
  /** Leaves a message to be answered later. Kept by the outbox until the server has it. */
  leaveMessage(contact: Contact): Promise<LeftMessage>;
  /** Customer satisfaction after the end, 1 to 5. */
  submitSurvey(score: number, options?: { comment?: string }): Promise<void>;
  endConversation(): Promise<void>;
}

/** @internal */
export function createPeople(parts: PeopleParts): PeopleActions {
  const { desk, stores, bot, tell } = parts;
  return {
    async requestHuman({ team } = {}) {
      const thread = desk.writable();
      if (desk.ownerOf(thread) !== 'bot') return;
      await bot.input(thread.id, { type: 'person', accepted: true, ...(team ? { team } : {}) });
    },
    async declineHuman() {
      const thread = desk.current();
      if (thread) await bot.input(thread.id, { type: 'person', accepted: false });
    },
    async stopWaiting() {
      const thread = desk.current();
      if (!thread || desk.ownerOf(thread) !== 'queue') return;
      await desk.write(thread.id, 'owner', { owner: 'bot', reason: 'stopped_waiting' });
      await bot.input(thread.id, { type: 'returned' });
    },
    async openContact() {
      stores.$contact.set({ reason: 'chosen', text: lastWords(desk.writable()) });
    },
    async leaveMessage(contact) {
      const filled = { ...contact, email: checkEmail(contact.email), text: checkText(contact.text) };
      const thread = desk.writable();
      if (parts.leaveStatic) return parts.leaveStatic(filled, thread);
      await desk.begin(thread.id);
      await desk.write(thread.id, 'form', { contact: filled });
      // Whoever waits leaves the queue with it; a person who is here reads it at once.
      if (desk.ownerOf(thread) !== 'human')
        await desk.write(thread.id, 'owner', { owner: 'queue', reason: 'left_message' });
      parts.setDraft('');
      tell('form:submitted', { conversation: thread.id, contact: filled });
      return { conversation: thread.id };
    },
    async submitSurvey(score, { comment } = {}) {
      const thread = desk.current();
      if (!thread) return;
      await desk.write(thread.id, 'survey', { survey: 'csat', score, ...(comment ? { comment } : {}) });
      tell('survey:submitted', { conversation: thread.id, survey: 'csat', score, by: 'end' });
    },
    async endConversation() {
      const thread = desk.current();
      if (!thread) return;
      if (desk.started(thread)) await desk.write(thread.id, 'closed', { reason: 'left' });
      else {
        stores.$current.set(null);
        // Of a conversation the server knows, its log tells the end.
        tell('conversation:end', { id: thread.id });
      }
    },
  };
}

/** The server's own rule; found here before the form is closed. */
function checkEmail(raw: string): string {
  const email = raw.trim();
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) || email.length > 254) {
    throw new HandrailError(
      'bad_request',
      `email: expected an address like name@example.com, got ${JSON.stringify(email.slice(0, 80))}.`,
    );
  }
  return email;
}

/** Puts a conversation into the queue, with everything a person needs to know. */
export async function handoff(
  desk: ConversationDesk,
  id: string,
  asked: { readonly reason: OwnerReason; readonly team?: string },
  tell: Tell,
): Promise<void> {
  const { reason } = asked;
  await desk.begin(id);
  await desk.write(id, 'owner', { owner: 'queue', ...asked });
  tell('handoff:requested', { conversation: id, reason });
}

/** What the customer said last, for a form that continues it. */
export function lastWords(thread: Thread): string {
  const said = thread.turns.filter(turn => turn.by === 'visitor').map(turn => turn.text);
  return said.slice(-3).join('\n');
}
