import menuCss from '../../theme/menu.css?inline';
import { Announcements } from '../parts/Announcements.js';
import { ChatMenu } from '../parts/ChatMenu.js';
import { Linked } from '../parts/Linked.js';
import { Notice } from '../parts/Notice.js';

/** The part of the chat that is fetched once something was said: reading it out, what happened between messages, what to do with it. */
export const talkViews = { Announcements, ChatMenu, Linked, Notice, css: [menuCss] };

/** Views of that file. */
export type TalkViews = typeof talkViews;
