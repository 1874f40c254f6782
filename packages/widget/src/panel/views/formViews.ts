import cardCss from '../../theme/card.css?inline';
import cardsCss from '../../theme/cards.css?inline';
import contactCss from '../../theme/contact.css?inline';
import queueCss from '../../theme/queue.css?inline';
import surveyCss from '../../theme/survey.css?inline';
import { faceDrawings } from '../drawings/faceDrawings.js';
import { fileDrawings } from '../drawings/fileDrawings.js';
import { moreDrawings } from '../drawings/moreDrawings.js';
import { BotParts } from '../parts/BotParts.js';
import { Ended } from '../parts/Ended.js';
import { MoreSources } from '../parts/MoreSources.js';
import { ContactForm } from './ContactForm.js';

/** The part of the panel that is fetched when the bot has a form, cards or a written answer, a message is left, or a conversation is over. */
export const formViews = {
  BotParts,
  MoreSources,
  ContactForm,
  Ended,
  css: [queueCss, contactCss, surveyCss, cardCss, cardsCss],
  drawings: { ...moreDrawings, ...fileDrawings, ...faceDrawings },
};

/** Views of the forms' file. */
export type FormViews = typeof formViews;
