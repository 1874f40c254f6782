import composerCss from '../../theme/composer.css?inline';
import messagesCss from '../../theme/messages.css?inline';
import proseCss from '../../theme/prose.css?inline';
import { moreDrawings } from '../drawings/moreDrawings.js';
import { Chat } from './Chat.js';

/** The part of the panel that is fetched when somebody wants to talk. */
export const chatViews = {
  Chat,
  css: [proseCss, messagesCss, composerCss],
  drawings: moreDrawings,
};

/** Views of the chat file. */
export type ChatViews = typeof chatViews;
