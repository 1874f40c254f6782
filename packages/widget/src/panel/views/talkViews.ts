import menuCss from '../../theme/menu.css?inline';
import talkCss from '../../theme/talk.css?inline';
import { Amended } from '../parts/Amended.js';
import { Announcements } from '../parts/Announcements.js';
import { ChatMenu } from '../parts/ChatMenu.js';
import { Linked } from '../parts/Linked.js';
import { Notice } from '../parts/Notice.js';
import { Typing } from '../parts/Typing.js';

/** The part of the chat that is fetched once something was said: reading it out, what became of messages and happened between them, what to do with it. */
export const talkViews = { Amended, Announcements, ChatMenu, Linked, Notice, Typing, css: [menuCss, talkCss] };

/** Views of that file. */
export type TalkViews = typeof talkViews;
