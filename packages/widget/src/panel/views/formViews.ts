import contactCss from '../../theme/contact.css?inline';
import queueCss from '../../theme/queue.css?inline';
import surveyCss from '../../theme/survey.css?inline';
import { faceDrawings } from '../drawings/faceDrawings.js';
import { moreDrawings } from '../drawings/moreDrawings.js';
import { BotFields } from '../parts/BotFields.js';
import { Survey } from '../parts/Survey.js';
import { ContactForm } from './ContactForm.js';

/** The part of the panel that is fetched when there is a form to fill in: the bot's, a message left, a rating given. */
export const formViews = {
  BotFields,
  ContactForm,
  Survey,
  css: [queueCss, contactCss, surveyCss],
  drawings: { ...moreDrawings, ...faceDrawings },
};

/** Views of the forms' file. */
export type FormViews = typeof formViews;
