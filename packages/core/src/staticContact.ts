import type { Contact } from '@handrail/protocol';
import type { LeftMessage } from './actions/people.js';
import { cutText } from './cutText.js';
import { HandrailError } from './errors.js';
import type { StaticContact } from './options.js';
import type { Thread } from './thread.js';

/** Mail programs cut or refuse longer addresses. */
const MOST_BODY = 1_500;

/** Leaves a message without a server: to the site's function, or as an address for the visitor's mail program. */
export async function leaveStatic(contact: Contact, thread: Thread, to: StaticContact | null): Promise<LeftMessage> {
  if (to === null) throw new HandrailError('offline', 'contact: expected a mail address or a function, got nothing.');
  const transcript = thread.turns.map(turn => `${turn.by === 'bot' ? 'Bot' : contact.email}: ${turn.text}`).join('\n');
  if (typeof to === 'function') {
    await to(contact, transcript);
    return { conversation: thread.id };
  }
  const body = cutText(
    [contact.text, contact.order ? `\n${contact.order}` : '', `\n\n${transcript}`].join(''),
    MOST_BODY,
  );
  const subject = cutText(contact.text.split('\n', 1)[0] ?? '', 80);
  const address = to.replace(/^mailto:/, '');
  const mailto = `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return { conversation: thread.id, mailto };
}
