import chatCss from '../../theme/chat.css?inline';
import { Chat } from './Chat.js';
import { ContactForm } from './ContactForm.js';

/** The part of the panel that is fetched when somebody wants to talk. */
export interface ChatViews {
  readonly Chat: typeof Chat;
  readonly ContactForm: typeof ContactForm;
  readonly css: string;
}

/** @internal */
export const chatViews: ChatViews = { Chat, ContactForm, css: chatCss };
