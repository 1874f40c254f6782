import chatCss from '../../theme/chat.css?inline';
import proseCss from '../../theme/prose.css?inline';
import { Chat } from './Chat.js';
import { ContactForm } from './ContactForm.js';

/** The part of the panel that is fetched when somebody wants to talk. */
export const chatViews = { Chat, ContactForm, css: [proseCss, chatCss] };

/** Views of the chat file. */
export type ChatViews = typeof chatViews;
