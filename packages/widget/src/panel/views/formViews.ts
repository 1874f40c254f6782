import contactCss from '../../theme/contact.css?inline';
import queueCss from '../../theme/queue.css?inline';
import surveyCss from '../../theme/survey.css?inline';
import { Survey } from '../parts/Survey.js';
import { ContactForm } from './ContactForm.js';

/** The part of the panel that is fetched when there is a form to fill in: a message left, a rating given. */
export const formViews = { ContactForm, Survey, css: [queueCss, contactCss, surveyCss] };

/** Views of the forms' file. */
export type FormViews = typeof formViews;
