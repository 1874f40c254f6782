import composerCss from '../../theme/composer.css?inline';
import contactCss from '../../theme/contact.css?inline';
import messagesCss from '../../theme/messages.css?inline';
import proseCss from '../../theme/prose.css?inline';
import queueCss from '../../theme/queue.css?inline';
import surveyCss from '../../theme/survey.css?inline';
import { Chat } from './Chat.js';
import { ContactForm } from './ContactForm.js';

/** The part of the panel that is fetched when somebody wants to talk. */
export const chatViews = {
  Chat,
  ContactForm,
  css: [proseCss, messagesCss, queueCss, composerCss, surveyCss, contactCss],
};

/** Views of the chat file. */
export type ChatViews = typeof chatViews;
